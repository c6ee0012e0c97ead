import AccessPolicy
import Foundation

/// What pages look like, on screen, in the dark, and on paper; and the leave that they ask of the
/// browser: this one style sheet, and nothing else.
struct HTMLStyle: Sendable {
  /// The style sheet of every page.
  static let shared = HTMLStyle(text: sheet)

  /// The style sheet.
  let text: String
  /// The content security policy: nothing may be run, fetched or sent.
  let policy: String

  private init(text: String) {
    self.text = text
    let digits = Array(SHA256.hexadecimal(of: text.utf8).utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).map { index in
      UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16) ?? 0
    }
    let hash = Data(bytes).base64EncodedString()
    policy = "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
  }

  /// Lengths are in the reader's own size of text, so that the page grows with it.
  ///
  /// Every pair of colours has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), which
  /// `Scripts/check-html` measures in a browser.
  private static let sheet = """

    :root {
      color-scheme: light dark;
      --page: #fff; --ink: #1b1f24; --quiet: #4a5462; --line: #c3cad3; --band: #f3f5f8;
      --link: #0b57b0; --focus: #0b57b0;
      --yes: #cfeeda; --yes-ink: #0a3f20; --reason: #ffe9ae; --reason-ink: #4d3500;
      --no: #e6e9ee; --no-ink: #3a4350; --hidden: #e2d8f3; --hidden-ink: #3a2266;
      --opens: #d9e6fb; --opens-ink: #0d3a75;
      --closes: #f9d6d2; --closes-ink: #6b1410; --other: #fff; --other-ink: #4a5462;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #15181d; --ink: #e8ebef; --quiet: #b3bcc8; --line: #444d59; --band: #1f242b;
        --link: #8cbcff; --focus: #8cbcff;
        --yes: #123f25; --yes-ink: #b9f0cd; --reason: #4a3700; --reason-ink: #ffe3a0;
        --no: #2c333c; --no-ink: #cbd3dd; --hidden: #38275c; --hidden-ink: #ded0fa;
        --opens: #173a63; --opens-ink: #cfe2ff;
        --closes: #5a1a17; --closes-ink: #ffd0cb; --other: #15181d; --other-ink: #b3bcc8;
      }
    }
    * { box-sizing: border-box; }
    html { font: 100%/1.5 system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
    body { margin: 0 auto; padding: 1rem clamp(0.75rem, 3vw, 2.5rem) 3rem; max-width: 90rem;
      background: var(--page); color: var(--ink); overflow-wrap: break-word; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.25rem 0 0.6rem; text-wrap: balance; }
    h1 { font-size: 1.75rem; margin-top: 0.75rem; }
    h2 { font-size: 1.3rem; padding-top: 0.6rem; border-top: 1px solid var(--line); }
    h3 { font-size: 1.1rem; }
    h4, h5, h6 { font-size: 1rem; }
    p, ul, ol { margin: 0.6rem 0; max-width: 46rem; }
    ul, ol { padding-left: 1.5rem; }
    ol { columns: 14rem; }
    ol li { break-inside: avoid; margin: 0; padding: 0 0 0.3rem; }
    li { margin: 0.2rem 0; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: 0.5rem; top: -6rem; padding: 0.5rem 1rem;
      background: var(--page); border: 1px solid var(--line); }
    .skip:focus { top: 0.5rem; }
    nav ul { columns: 18rem; max-width: none; list-style: none; padding: 0; }
    nav li { break-inside: avoid; margin: 0; padding: 0 0 0.4rem; }
    .aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    .note { padding: 0.6rem 0.9rem; border-left: 4px solid var(--reason-ink);
      background: var(--reason); color: var(--reason-ink); }
    dl { margin: 0.6rem 0; max-width: 62rem; }
    dl div { display: grid; grid-template-columns: minmax(7rem, 13rem) 1fr; gap: 0 1rem;
      padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
    details dl { max-width: none; }
    details dl div { grid-template-columns: minmax(7rem, 26rem) 1fr; }
    dt { color: var(--quiet); }
    dd { margin: 0; min-width: 0; grid-column: -2 / -1; }
    code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      font-size: 0.875em; }
    pre { margin: 0.6rem 0; padding: 0.75rem; overflow-x: auto; border: 1px solid var(--line);
      background: var(--band); tab-size: 2; }
    details { margin: 0.5rem 0; padding: 0 0.75rem; border: 1px solid var(--line);
      border-radius: 0.35rem; }
    details[open] { padding-bottom: 0.5rem; }
    summary { margin: 0 -0.75rem; padding: 0.45rem 0.75rem; cursor: pointer; font-weight: 600; }
    summary:hover { background: var(--band); }
    .wide { position: relative; overflow-x: auto; margin: 0.9rem 0 1.4rem; max-width: 100%; }
    table { border-collapse: separate; border-spacing: 0; font-size: 0.9rem; }
    caption { text-align: left; padding: 0 0 0.5rem; font-weight: 600; }
    th, td { padding: 0.3rem 0.45rem; text-align: left; vertical-align: top; font-weight: normal;
      border-bottom: 1px solid var(--line); }
    thead th { vertical-align: bottom; font-weight: 600; border-bottom: 2px solid var(--quiet);
      background: var(--page); }
    thead .head { display: inline-block; max-width: 11rem; hyphens: auto; }
    tbody th { min-width: 9rem; max-width: 24rem; background: var(--page); hyphens: auto; }
    tbody tr:nth-child(even) > * { background: var(--band); }
    .upright .head { max-width: none; writing-mode: vertical-rl; transform: rotate(180deg);
      max-height: 15rem; line-height: 1.2; text-align: left; }
    .upright thead .corner { min-width: 9rem; }
    .answer, .answers span { border: 1px solid transparent; border-radius: 0.25rem; }
    .answer { display: inline-block; padding: 0 0.4em; }
    td .answer { white-space: nowrap; }
    .answers { display: inline-flex; gap: 1px; }
    .answers span { display: inline-block; width: 1.25em; text-align: center; line-height: 1.35; }
    .yes { background: var(--yes); color: var(--yes-ink); }
    .opens { background: var(--opens); color: var(--opens-ink); }
    .reason, .asks { background: var(--reason); color: var(--reason-ink); }
    .no { background: var(--no); color: var(--no-ink); }
    .hidden { background: var(--hidden); color: var(--hidden-ink); }
    .closes { background: var(--closes); color: var(--closes-ink); }
    .answer.other, .answers .other { background: var(--other); color: var(--other-ink);
      border-color: var(--line); }
    footer { margin-top: 3rem; padding-top: 0.5rem; border-top: 1px solid var(--line);
      color: var(--quiet); font-size: 0.9rem; }
    @media screen and (min-width: 48rem) {
      /* Where there is room, the heads of rows stay while a table is scrolled. */
      .wide tbody th, .wide .corner { position: sticky; left: 0; z-index: 1; }
      .wide tbody th { min-width: 14rem; }
    }
    @media (max-width: 40rem) {
      dl div, details dl div { grid-template-columns: 1fr; }
      h1 { font-size: 1.4rem; }
      h2 { font-size: 1.2rem; }
    }
    @page { margin: 12mm; }
    @page landscape { size: landscape; }
    .landscape { page: landscape; }
    @media print {
      :root {
        color-scheme: light;
        --page: #fff; --ink: #000; --quiet: #333; --line: #999; --band: #fff;
        --yes: #d8f2e1; --yes-ink: #0a3f20; --reason: #fff0c4; --reason-ink: #4d3500;
        --no: #fff; --no-ink: #333; --hidden: #eae2f7; --hidden-ink: #3a2266;
        --opens: #e2ecfc; --opens-ink: #0d3a75;
        --closes: #fbe0dd; --closes-ink: #6b1410; --other: #fff; --other-ink: #333;
      }
      html { font-size: 8.5pt; }
      body { max-width: none; padding: 0; }
      .skip, nav { display: none; }
      .wide, pre { overflow: visible; }
      pre { white-space: pre-wrap; }
      thead { display: table-header-group; }
      tr, dl div, li { break-inside: avoid; }
      h1, h2, h3, h4, h5, h6, summary, caption { break-after: avoid; }
      summary { list-style: none; }
      details::details-content { content-visibility: visible; }
      .answer, .answers span { border-color: currentcolor; print-color-adjust: exact; }
    }

    """
}
