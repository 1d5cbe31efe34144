import Glibc

/// Where the process starts: Swift's package manager renames `main` of an executable to this.
@_cdecl("Harness_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { start, count in
    target(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
}

/// libFuzzer's own entry, for a program that has a `main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What can be fuzzed, by name; a trap, a leak, a hang or a broken promise (`precondition`) ends the run.
private let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "language": language, "evaluation": evaluation, "cells": cells, "values": values, "xml": document,
  "plan": plan, "pack": pack, "patterns": patterns, "decisions": decisions, "columns": columns,
  "tables": tables,
]

/// The one that the environment variable `FUZZ_TARGET` names.
private let target: @Sendable ([UInt8]) -> Void = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = targets[name] else {
    preconditionFailure("set FUZZ_TARGET to one of \(targets.keys.sorted().joined(separator: ", "))")
  }
  return target
}()

/// What is made once is kept; LeakSanitizer does not see it, because Swift keeps marks in the bits of such pointers.
@_cdecl("__lsan_default_suppressions")
public func leaksToIgnore() -> UnsafePointer<UInt8> { ("leak:once_slow\n" as StaticString).utf8Start }
