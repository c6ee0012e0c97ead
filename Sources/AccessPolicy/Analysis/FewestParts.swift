extension Array {
  /// Some of the elements that suffice together, none of which can be left out; tried from the last.
  ///
  /// - Parameter suffice: Whether some of the elements do; all of them are known to.
  func fewest(that suffice: ([Element]) -> Bool) -> [Element] {
    var left = self
    for index in indices.reversed() {
      var fewer = left
      fewer.remove(at: index)
      if suffice(fewer) { left = fewer }
    }
    return left
  }
}
