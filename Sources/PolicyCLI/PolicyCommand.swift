@main
struct PolicyCommand {
  static func main() {}
}
