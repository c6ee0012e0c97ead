import AccessPolicy
import Testing

@testable import PolicyCLI

@Suite struct `The language of the environment` {
  @Test(arguments: [
    ("nb_NO.UTF-8", Language.nb), ("nn_NO", .nb), ("no", .nb), ("NB", .nb), ("en_GB.UTF-8", .en),
    ("C", .en), ("C.UTF-8", .en), ("POSIX", .en), ("sv_SE", .en), ("nbx", .en), ("", .en),
  ])
  func `is Norwegian where it says so, else English`(locale: String, language: Language) {
    #expect(Language(environment: ["LANG": locale]) == language)
  }

  @Test func `is taken from the variable that counts most`() {
    #expect(Language(environment: ["LC_ALL": "en_US", "LANG": "nb_NO"]) == .en)
    #expect(Language(environment: ["LC_ALL": "", "LC_MESSAGES": "nb_NO", "LANG": "en_US"]) == .nb)
    #expect(Language(environment: ["LC_CTYPE": "nb_NO"]) == .en)
    #expect(Language(environment: [:]) == .en)
  }
}
