import CMalloc
import Glibc

/// The memory that values live in.
enum Heap {
  /// What an ordinary run uses.
  private static let usual = 4 << 20
  private static let hugePage: UInt = 2 << 20

  /// Asks for the usual amount in one go, in huge pages if the system has them. Taken page by page it costs a fault for each, which
  /// is a tenth of a cold run on a virtual machine. A system that can do neither gives the pages one by one, as ever.
  static func prepare() {
    // Large arrays live in the heap too, and what is given back stays with the process.
    mallopt(M_MMAP_THRESHOLD, 1 << 28)
    mallopt(M_TRIM_THRESHOLD, 1 << 28)
    // The heap goes on where a huge page can start; what is skipped is never touched.
    let end = unsafe UInt(bitPattern: sbrk(0))
    unsafe sbrk(Int(hugePage - end % hugePage))
    guard let block = unsafe malloc(usual) else { return }
    let start = unsafe UnsafeMutableRawPointer(bitPattern: UInt(bitPattern: block) / hugePage * hugePage)
    unsafe madvise(start, usual, MADV_HUGEPAGE)
    unsafe madvise(start, usual, MADV_POPULATE_WRITE)
    unsafe free(block)
  }
}
