/// What is done with data at a place, as far as rules of place tell uses apart.
package enum DataUse: Sendable, Hashable {
  /// In a store of this kind.
  case store(String)
  /// Computed on, other than where it is stored.
  case processing
  /// Reached by people of one's own.
  case access
  /// Handed to a processor, or to somebody else, who works there.
  case processor, recipient

  /// A word for tags: `primary`, `processing`.
  package var word: String {
    switch self {
    case .store(let kind): kind
    case .processing: "processing"
    case .access: "access"
    case .processor: "processor"
    case .recipient: "recipient"
    }
  }

  /// A cloud decides in which region it happens. From where people reach data, and where others work, it does not.
  package var isInCloud: Bool {
    switch self {
    case .store, .processing: true
    case .access, .processor, .recipient: false
    }
  }

  /// The fact of an activity that lists where it happens.
  package var fact: String {
    switch self {
    case .store: "stores"
    case .processing: "processedIn"
    case .access: "remoteAccessFrom"
    case .processor, .recipient: "recipients"
    }
  }
}
