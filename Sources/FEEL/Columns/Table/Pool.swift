/// A growing block of plain numbers, without reference counts or copies.
///
/// Reading and writing by index is checked; `base` is for the inner loops, which say why they stay inside.
@safe
struct Pool<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    unsafe base = .allocate(capacity: self.capacity)
  }

  init(_ elements: [Element]) {
    self.init(capacity: elements.count)
    for element in elements { append(element) }
  }

  deinit { unsafe base.deallocate() }

  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return unsafe base[index]
    }
    set {
      precondition(index >= 0 && index < count)
      unsafe base[index] = newValue
    }
  }

  mutating func append(_ element: Element) {
    if count == capacity { reserve(capacity * 2) }
    // There is room for one more.
    unsafe base[count] = element
    count += 1
  }

  mutating func append(contentsOf elements: UnsafeRawBufferPointer) where Element == UInt8 {
    if count + elements.count > capacity { reserve(max(capacity * 2, count + elements.count)) }
    // There is room for all of them.
    unsafe UnsafeMutableRawPointer(base + count).copyMemory(
      from: elements.baseAddress ?? UnsafeRawPointer(base), byteCount: elements.count)
    count += elements.count
  }

  /// Room for so many elements in all.
  mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    // Both blocks hold `count` elements.
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    capacity = wanted
  }

  mutating func removeLast(_ removed: Int) {
    precondition(removed >= 0 && removed <= count)
    count -= removed
  }

  mutating func removeAll() { count = 0 }

  /// Makes it so many elements, all alike.
  mutating func fill(_ element: Element, count wanted: Int) {
    reserve(wanted)
    // There is room for all of them.
    unsafe base.update(repeating: element, count: wanted)
    count = wanted
  }
}

extension Pool where Element: FixedWidthInteger {
  /// Makes it at least so many elements; new ones are zero.
  mutating func grow(to wanted: Int) {
    guard wanted > count else { return }
    if wanted > capacity { reserve(max(wanted, capacity * 2)) }
    // There is room for all of them.
    unsafe (base + count).update(repeating: 0, count: wanted - count)
    count = wanted
  }
}
