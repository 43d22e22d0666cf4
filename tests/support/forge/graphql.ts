import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type DocumentNode,
  executeSync,
  GraphQLError,
  Kind,
  parse,
  validate,
  visit,
} from 'graphql'
import { commitsByFile, readObjects } from './git-objects.ts'
import { branchesOf, commitOf } from './git-store.ts'
import { type Asking, refused } from './graphql-asking.ts'
import { mutations } from './graphql-mutations.ts'
import { nodeById, repositoryObject } from './graphql-objects.ts'
import { Refusal } from './refusal.ts'
import type { Answer } from './routing.ts'
import { fullName, mayRead, type Token, type World } from './world.ts'

type Request = { readonly query?: unknown; readonly variables?: Readonly<Record<string, unknown>> }

/**
 * Answers GraphQL as GitHub does: 200 with `errors` beside `data`. What is not in schema.graphql is a fault of this fake or of
 * its client, and goes into `world.broken`.
 */
export function graphqlOf(world: World) {
  const schema = buildSchema(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'))
  // A commit does not change, and what it knows of its files neither.
  const histories = remembering(commitsByFile)
  const commits = remembering(commitOf)

  return (actor: Token | undefined, text: string): Answer => {
    if (actor === undefined) throw new Refusal(401, 'This endpoint requires you to be authenticated.')
    const { query, variables = {} } = JSON.parse(text) as Request
    const document = parse(String(query))
    const wrong = validate(schema, document)
    if (wrong.length > 0) {
      world.broken.push(...wrong.map(({ message }) => `GraphQL: ${message}`))
      return { status: 200, body: { errors: wrong.map(errorShape) } }
    }
    const names = objectNames(document)
    const objects = remembering((path: string) => readObjects(path, names))
    const branches = remembering((path: string) => branchesOf(path))
    const asking: Asking = {
      world,
      actor,
      objectAt: (repo, name) => objects(repo.path).get(name) ?? readObjects(repo.path, [name]).get(name),
      branches: (repo) => branches(repo.path),
      commit: (repo, sha) => commits(repo.path, sha),
      commitsOf: (repo, tip, file) => histories(repo.path, tip).get(file) ?? [],
    }
    const { data, errors } = executeSync({
      schema,
      document,
      variableValues: variables,
      rootValue: { ...roots(asking), ...mutations(asking) },
    })
    for (const { originalError } of errors ?? [])
      if (originalError && !(originalError instanceof GraphQLError)) throw originalError
    return {
      status: 200,
      body: {
        ...(data === undefined ? {} : { data }),
        ...(errors ? { errors: errors.map(errorShape) } : {}),
      },
    }
  }
}

/** A function that reads the same thing only once. */
function remembering<T>(read: (path: string, sha: string) => T): (path: string, sha?: string) => T {
  const known = new Map<string, T>()
  return (path, sha = '') => {
    const key = `${path} ${sha}`
    const value = known.get(key) ?? read(path, sha)
    known.set(key, value)
    return value
  }
}

/** The objects that a document asks for by name, so that one process can read them. */
function objectNames(document: DocumentNode): string[] {
  const names: string[] = []
  visit(document, {
    Field: ({ name, arguments: given = [] }) => {
      if (name.value !== 'object') return
      for (const { value } of given) if (value.kind === Kind.STRING) names.push(value.value)
    },
  })
  return names
}

const roots = (asking: Asking) => ({
  // GitHub's Query is a Node itself.
  id: 'Query',
  repository: ({ owner, name }: { readonly owner: string; readonly name: string }) => {
    const wanted = `${owner}/${name}`
    const { world, actor } = asking
    const repo = world.repos.values().find((each) => fullName(each).toLowerCase() === wanted.toLowerCase())
    if (!repo || !mayRead(world, actor.login))
      throw refused('NOT_FOUND', `Could not resolve to a Repository with the name '${wanted}'.`)
    return repositoryObject(asking, repo)
  },
  node: ({ id }: { readonly id: string }) => nodeById(asking, id),
})

function errorShape({ message, path, locations, extensions }: GraphQLError) {
  const { type, ...rest } = extensions
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(locations === undefined ? {} : { locations }),
    ...(Object.keys(rest).length === 0 ? {} : { extensions: rest }),
    message,
  }
}
