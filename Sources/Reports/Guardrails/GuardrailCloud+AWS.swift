import Engine
import JSON

extension GuardrailCloud {
  /// Service control policies, one for each zone, and a tag policy.
  static let aws = GuardrailCloud(
    prefix: "aws", title: "AWS", disks: "ebs.csi.aws.com",
    steps: [
      "Attach each `scp-*.json` to the root, or to the organizational units with the data: "
        + "`aws organizations create-policy --type SERVICE_CONTROL_POLICY --content file://…`, then `attach-policy`. At most five hang on one target.",
      "Attach `tag-policy.json` with `--type TAG_POLICY`: a misspelt value would escape the guardrail.",
      "Tag what holds or computes the data. A resource without the tag is not restricted.",
    ],
    write: { set in
      var files = set.enforced.map { File(name: "scp-\($0.name).json", text: scp($0).text() + "\n") }
      var complaints: [String] = []
      let tags = set.tagValues
      let exact = tagPolicy(tags.all)
      let policy = exact.utf8.count <= longestTagPolicy ? exact : tagPolicy(tags.labels.map { "\($0).*" })
      if policy.utf8.count <= longestTagPolicy {
        files.append(File(name: "tag-policy.json", text: policy))
      } else {
        complaints.append("tag-policy.json would be longer than AWS takes: the plan has too many activities")
      }
      return (files, complaints)
    },
    place: { ("scp-\($0.name).json", "Sid \(sid($0, "Create")), \(sid($0, "Use"))") })

  private static let longestTagPolicy = 10_000

  /// Services that have no region, or one alone.
  private static let global = [
    "account:*", "aws-marketplace:*", "billing:*", "budgets:*", "ce:*", "cloudfront:*", "cur:*",
    "globalaccelerator:*", "health:*", "iam:*", "networkmanager:*", "organizations:*", "pricing:*",
    "route53:*",
    "route53domains:*", "shield:*", "sts:*", "support:*", "trustedadvisor:*", "waf:*",
  ]

  /// What starts or fills something that is there already. Reading and deleting stay allowed: data must be able to move.
  private static let uses = [
    "dynamodb:BatchWriteItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "ec2:AttachVolume",
    "ec2:CreateSnapshot", "ec2:StartInstances", "rds:CreateDBSnapshot", "rds:StartDBCluster",
    "rds:StartDBInstance",
  ]

  private static func scp(_ zone: ResidencyZone) -> JSONValue {
    let tags = JSONValue.array(zone.tags.map(JSONValue.string))
    let regions = JSONValue.array(zone.regions.map(JSONValue.string))
    func statement(_ part: String, _ actions: (String, [String]), tag: String) -> JSONValue {
      .object([
        ("Sid", .string(sid(zone, part))), ("Effect", .string("Deny")),
        (actions.0, .array(actions.1.map(JSONValue.string))), ("Resource", .string("*")),
        (
          "Condition",
          .object([
            ("StringEquals", .object([("\(tag)/\(GuardrailSet.tag)", tags)])),
            ("StringNotEquals", .object([("aws:RequestedRegion", regions)])),
          ])
        ),
      ])
    }
    return .object([
      ("Version", .string("2012-10-17")),
      (
        "Statement",
        .array([
          statement("Create", ("NotAction", global), tag: "aws:RequestTag"),
          statement("Use", ("Action", uses), tag: "aws:ResourceTag"),
        ])
      ),
    ])
  }

  /// Letters and digits alone may stand in it: the provisions, as far as they fit.
  private static func sid(_ zone: ResidencyZone, _ part: String) -> String {
    var names = ""
    for source in zone.sources {
      let words = source.provision.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      if names.utf8.count + name.utf8.count > 64 { break }
      names += name
    }
    return (names.isEmpty ? "Residency" : names) + part
  }

  private static func tagPolicy(_ values: [String]) -> String {
    JSONValue.object([
      (
        "tags",
        .object([
          (
            GuardrailSet.tag,
            .object([
              ("tag_key", .object([("@@assign", .string(GuardrailSet.tag))])),
              ("tag_value", .object([("@@assign", .array(values.map(JSONValue.string)))])),
              (
                "enforced_for",
                .object([
                  (
                    "@@assign",
                    .array(
                      ["dynamodb:*", "ec2:instance", "ec2:snapshot", "ec2:volume", "s3:bucket"].map(
                        JSONValue.string))
                  )
                ])
              ),
            ])
          )
        ])
      )
    ]).text() + "\n"
  }
}

extension GuardrailSet {
  /// Every value that the tag may have: uses that nothing restricts have one too, so that everything can be tagged.
  var tagValues: (labels: [String], all: [String]) {
    let labels = guardrails.labels
    let uses = guardrails.uses.filter(\.isInCloud)
    return (labels, labels.flatMap { label in uses.map { "\(label).\($0.word)" } })
  }
}
