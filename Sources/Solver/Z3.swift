import Glibc

/// A Z3 process that speaks SMT-LIB 2. A process of its own can be bounded in time and memory, and a program without shared
/// libraries can use it. Whatever goes wrong with it ends it: `ask` then gives nil for good.
package final class Z3 {
  private var process: pid_t
  private let input: Int32
  private let output: Int32
  private var waiting: [UInt8] = []
  private var isOpen = true
  /// Longest answer that is read.
  private static let answerLimit = 16 << 20
  /// Milliseconds that an answer may take, beyond Z3's own limit for a question.
  private let patience: Int32

  /// Milliseconds for one question; megabytes in all.
  package struct Limits: Sendable {
    package var milliseconds = 10_000
    package var megabytes = 1024
    package init() {}
  }

  /// nil where the program is not installed, or does not start.
  package init?(program: String, limits: Limits = Limits()) {
    // Without this a solver that has died would take us with it.
    signal(SIGPIPE, SIG_IGN)
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard Z3.pipe(&toChild) else { return nil }
    guard Z3.pipe(&fromChild) else {
      for descriptor in toChild { close(descriptor) }
      return nil
    }
    let words = ["z3", "-in", "-smt2", "-memory:\(limits.megabytes)", "-t:\(limits.milliseconds)"]
    let started = Z3.start(program, words, input: toChild[0], output: fromChild[1])
    close(toChild[0])
    close(fromChild[1])
    guard let started else {
      close(toChild[1])
      close(fromChild[0])
      return nil
    }
    process = started
    input = toChild[1]
    output = fromChild[0]
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    patience = Int32(clamping: limits.milliseconds + 5_000)
    guard ask("(echo \"ready\")") == "ready" else {
      stop()
      return nil
    }
  }

  deinit { stop() }

  /// Where `z3` is among the folders of PATH; PRATIQUE_Z3 names another program, or (if empty) none.
  package static var program: String? {
    if let named = environment("PRATIQUE_Z3") { return named.isEmpty ? nil : named }
    let folders = (environment("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/z3" }.first { unsafe access($0, X_OK) == 0 }
  }

  /// Sends commands that give no answer.
  package func tell(_ commands: String) {
    if isOpen, !write(commands + "\n") { stop() }
  }

  /// Sends commands and gives what is answered; nil if the solver is gone.
  package func ask(_ commands: String) -> String? {
    guard isOpen, write(commands + "\n(echo \"\(Z3.mark)\")\n"), let answer = readToMark() else {
      stop()
      return nil
    }
    return answer
  }

  private static let mark = "<answered>"

  /// Reads what is answered meanwhile: a solver whose answers nobody takes stops taking questions.
  private func write(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      var requests = [
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      ]
      let ready = unsafe poll(&requests, 2, patience)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0, waiting.count <= Z3.answerLimit else { return false }
      if requests[1].revents != 0 {
        guard let piece = piece() else { return false }
        waiting += piece
      }
      guard requests[0].revents != 0 else { continue }
      let written = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(input, $0.baseAddress.map { unsafe $0 + offset }, $0.count - offset)
      }
      if written < 0, errno == EINTR || errno == EAGAIN { continue }
      guard written > 0 else { return false }
      offset += written
    }
    return true
  }

  private func readToMark() -> String? {
    let mark = Array("\(Z3.mark)\n".utf8)
    while true {
      if waiting.count >= mark.count, waiting.suffix(mark.count).elementsEqual(mark) {
        let answer = String(decoding: waiting.dropLast(mark.count), as: UTF8.self)
        waiting.removeAll(keepingCapacity: true)
        return answer.last == "\n" ? String(answer.dropLast()) : answer
      }
      guard waiting.count <= Z3.answerLimit, let piece = piece() else { return nil }
      waiting += piece
    }
  }

  /// What can be read now; nil at the end, after an error, or when patience ends.
  private func piece() -> [UInt8]? {
    var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = unsafe poll(&request, 1, patience)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      break
    }
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      count = unsafe read(output, buffer.baseAddress, 1 << 16)
      filled = max(0, count)
    }
    return count > 0 ? bytes : nil
  }

  private func stop() {
    guard isOpen else { return }
    isOpen = false
    close(input)
    close(output)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Both ends stay with us, whatever else is started.
  private static func pipe(_ ends: inout [Int32]) -> Bool {
    guard unsafe Glibc.pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return true
  }

  private static func start(_ program: String, _ words: [String], input: Int32, output: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
    defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
    unsafe arguments.append(nil)
    var process: pid_t = 0
    let status = unsafe posix_spawn(&process, program, &actions, nil, arguments, environ)
    return status == 0 ? process : nil
  }
}

private func environment(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }
