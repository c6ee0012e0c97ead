import Foundation

extension Terminal {
  /// How many columns the terminal has that results are shown on; `nil` where it is none, or unknown.
  static var outputWidth: Int? {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
