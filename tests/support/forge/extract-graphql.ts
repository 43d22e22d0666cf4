/**
 * Makes schema.graphql from GitHub's whole GraphQL schema; README.md says where that comes from.
 *
 *   node tests/support/forge/extract-graphql.ts <schema.graphql>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import {
  assertValidSchema,
  buildSchema,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql'

/** What the fake answers: the fields of types, as the whole schema has them. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Query: ['id', 'node', 'repository'],
  Mutation: [
    'convertPullRequestToDraft',
    'createCommitOnBranch',
    'createRef',
    'markPullRequestReadyForReview',
  ],
  Node: ['id'],
  Actor: ['avatarUrl', 'login'],
  Bot: ['avatarUrl', 'databaseId', 'id', 'login'],
  Repository: ['defaultBranchRef', 'id', 'name', 'nameWithOwner', 'object', 'pullRequests', 'ref'],
  Ref: ['id', 'name', 'prefix', 'target'],
  GitObject: ['id', 'oid'],
  Blob: ['byteSize', 'id', 'isBinary', 'isTruncated', 'oid', 'text'],
  Tree: ['id', 'oid'],
  TreeEntry: ['name', 'oid', 'path'],
  Commit: [
    'author',
    'checkSuites',
    'committedDate',
    'deployments',
    'file',
    'history',
    'id',
    'message',
    'oid',
    'status',
  ],
  CommitHistoryConnection: ['nodes', 'totalCount'],
  GitActor: ['avatarUrl', 'email', 'name', 'user'],
  User: ['avatarUrl', 'databaseId', 'email', 'id', 'login', 'name'],
  Status: ['contexts', 'id'],
  StatusContext: ['context', 'description', 'id', 'state', 'targetUrl'],
  DeploymentConnection: ['nodes', 'totalCount'],
  Deployment: ['environment', 'id', 'latestStatus'],
  DeploymentStatus: ['description', 'environmentUrl', 'id', 'state'],
  CheckSuiteConnection: ['nodes', 'totalCount'],
  CheckSuite: ['checkRuns', 'id'],
  CheckRunConnection: ['nodes', 'totalCount'],
  CheckRun: ['conclusion', 'detailsUrl', 'id', 'name', 'status', 'summary'],
  PullRequestConnection: ['nodes', 'totalCount'],
  PullRequest: [
    'author',
    'createdAt',
    'files',
    'headRefName',
    'headRefOid',
    'id',
    'isCrossRepository',
    'isDraft',
    'labels',
    'number',
    'state',
    'title',
    'updatedAt',
    'url',
  ],
  PullRequestChangedFileConnection: ['nodes', 'totalCount'],
  PullRequestChangedFile: ['changeType', 'path'],
  LabelConnection: ['nodes', 'totalCount'],
  Label: ['id', 'name'],
  ConvertPullRequestToDraftPayload: ['clientMutationId', 'pullRequest'],
  CreateCommitOnBranchPayload: ['clientMutationId', 'commit', 'ref'],
  CreateRefPayload: ['clientMutationId', 'ref'],
  MarkPullRequestReadyForReviewPayload: ['clientMutationId', 'pullRequest'],
}

/** Kept whole: what a client hands in, and the words that an answer is made of. */
const WHOLE: readonly string[] = [
  'Base64String',
  'CheckConclusionState',
  'CheckStatusState',
  'CommitMessage',
  'CommittableBranch',
  'ConvertPullRequestToDraftInput',
  'CreateCommitOnBranchInput',
  'CreateRefInput',
  'DateTime',
  'DeploymentOrder',
  'DeploymentOrderField',
  'DeploymentStatusState',
  'FileAddition',
  'FileChanges',
  'FileDeletion',
  'GitObjectID',
  'GitTimestamp',
  'IssueOrder',
  'IssueOrderField',
  'MarkPullRequestReadyForReviewInput',
  'OrderDirection',
  'PatchStatus',
  'PullRequestState',
  'StatusState',
  'URI',
]

const KNOWN: ReadonlySet<string> = new Set([
  ...Object.keys(FIELDS),
  ...WHOLE,
  'Boolean',
  'ID',
  'Int',
  'String',
])

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)

/** Without words for people; they are in GitHub's documentation. */
const silent = <T extends object>(node: T): T => ({ ...node, description: undefined, directives: [] })

const field = (node: FieldDefinitionNode): FieldDefinitionNode => ({
  ...silent(node),
  arguments: (node.arguments ?? []).filter(({ type }) => KNOWN.has(nameOf(type))).map(silent),
})

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

/** A type with the fields that are named. */
function cut<T extends Composite>(node: T, fields: readonly string[]): T {
  const found = (node.fields ?? []).filter((each) => fields.includes(each.name.value))
  if (found.length !== fields.length) throw new Error(`${node.name.value} has not all of ${fields}`)
  return {
    ...silent(node),
    interfaces: (node.interfaces ?? []).filter((each) => each.name.value in FIELDS),
    fields: found.map(field),
  }
}

/** A definition as far as it is kept; undefined where it is not. */
function kept(node: DefinitionNode): DefinitionNode | undefined {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const fields = FIELDS[node.name.value]
      return fields && cut(node, fields)
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return whole(node) && { ...silent(node), fields: (node.fields ?? []).map(silent) }
    case Kind.ENUM_TYPE_DEFINITION:
      return whole(node) && { ...silent(node), values: (node.values ?? []).map(silent) }
    case Kind.SCALAR_TYPE_DEFINITION:
      return whole(node) && silent(node)
    default:
      return undefined
  }
}

const whole = <T extends TypeDefinitionNode>(node: T): T | undefined =>
  WHOLE.includes(node.name.value) ? node : undefined

const source = process.argv[2]
if (source === undefined) throw new Error('usage: extract-graphql.ts <schema.graphql>')
const definitions = parse(readFileSync(source, 'utf8')).definitions.flatMap((node) => kept(node) ?? [])
const text = `${print({ kind: Kind.DOCUMENT, definitions })}\n`
assertValidSchema(buildSchema(text))
writeFileSync(new URL('schema.graphql', import.meta.url), text)
