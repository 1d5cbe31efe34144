package import Facts
package func planSchema(_ vocabulary: Vocabulary) -> String { "{}" }
package func planTemplate(_ vocabulary: Vocabulary) -> String { "pratique: 1\n" }
