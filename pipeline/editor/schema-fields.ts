import { posix } from 'node:path'
import type { SchemaTexts } from '../contract/contract.ts'

/** What the form must know of a JSON Schema; the keywords that schemas/front-matter/ uses. */
export type SchemaNode = {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly (string | number)[]
  readonly pattern?: string
  readonly format?: string
  readonly anyOf?: readonly SchemaNode[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: SchemaNode
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
}

/** The schema of a kind with every reference in its place; the nearest title and description hold. */
export function wholeSchema(textOf: SchemaTexts, name: string): SchemaNode {
  const known = new Map<string, SchemaNode>()
  const read = (file: string): SchemaNode => {
    const node = known.get(file) ?? (JSON.parse(textOf(file)) as SchemaNode)
    known.set(file, node)
    return node
  }
  const whole = (node: SchemaNode, file: string): SchemaNode => {
    if (node.$ref !== undefined) {
      const { $ref, ...own } = node
      const [path = '', pointer = ''] = $ref.split('#')
      const target = path === '' ? file : posix.join(posix.dirname(file), path.replace('.schema.json', ''))
      return { ...whole(at(read(target), pointer), target), ...own }
    }
    const { items, properties } = node
    return {
      ...node,
      ...(items ? { items: whole(items, file) } : {}),
      ...(properties
        ? { properties: Object.fromEntries(Object.entries(properties).map(([k, v]) => [k, whole(v, file)])) }
        : {}),
    }
  }
  return whole(read(name), name)
}

function at(root: SchemaNode, pointer: string): SchemaNode {
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], root)
  if (found === undefined) throw new Error(`schema: nothing stands at #${pointer}`)
  return found as SchemaNode
}
