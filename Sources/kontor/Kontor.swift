@main struct Kontor {
  static func main() {}
}
