import './manual-start.ts'
import program from '@sveltia/cms'

/** An entry as the program hands it out: `getIn(['data', 'title'])`. */
export type Entry = {
  readonly get: (key: string) => unknown
  readonly getIn: (path: readonly string[]) => unknown
  readonly setIn: (path: readonly string[], value: unknown) => Entry
  readonly deleteIn: (path: readonly string[]) => Entry
}

/** What a field of our own is given by the program. */
export type ControlProps = {
  readonly forID: string
  readonly entry: Entry | undefined
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** An element of the program's interface. */
export type Element = { readonly type: unknown }

/** The part of the program that we use; its own types cannot be read under our module resolution. */
export type Program = {
  readonly init: (options: { readonly config: object }) => Promise<void>
  readonly registerFieldType: (name: string, control: unknown) => void
  readonly registerEventListener: (listener: {
    readonly name: 'preSave' | 'postSave'
    readonly handler: (args: { readonly entry: Entry }) => Entry | undefined | Promise<void>
  }) => void
}

export const PROGRAM = program as unknown as Program

export const element = (
  tag: string,
  attributes: Readonly<Record<string, unknown>>,
  ...children: readonly (string | Element)[]
): Element =>
  (globalThis as unknown as { h: (...parts: unknown[]) => Element }).h(tag, attributes, ...children)

/** A field of our own: how it is drawn, and why the article cannot be saved as it stands, if so. */
export type Control = {
  readonly draw: (props: ControlProps) => Element
  readonly refusal?: (props: ControlProps) => string | undefined
}

/** In milliseconds: what was typed last is drawn a moment after the program asks whether it is valid. */
const DRAWN = 60

export function registerControl(name: string, { draw, refusal }: Control): void {
  const { createClass } = globalThis as unknown as { createClass: (members: object) => unknown }
  const control = createClass({
    render(this: { props: ControlProps }) {
      return draw(this.props)
    },
    async isValid(this: { props: ControlProps }) {
      await new Promise((drawn) => setTimeout(drawn, DRAWN))
      const message = refusal?.(this.props)
      return message === undefined ? true : { error: { message } }
    },
  })
  PROGRAM.registerFieldType(name, control)
}

/** What has been typed into an entry, by the names of its fields. */
export function typedOf(entry: Entry | undefined): Readonly<Record<string, unknown>> {
  const data = entry?.get('data') as { readonly toJS?: () => Record<string, unknown> } | undefined
  return data?.toJS?.() ?? {}
}
