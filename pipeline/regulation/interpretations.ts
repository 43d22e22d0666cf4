type Json = Record<string, unknown>

/** A choice that a command makes for one run, in the place of the one that the profile makes. */
export type Choices = ReadonlyMap<string, string>

/**
 * Fills in the values that an interpretation decides (`decides: calendar.makeUpDays`), so that a Ban biên tập
 * changes its reading of the text by changing one `choice`. Works on the value as written, before the schema
 * judges it; what it cannot follow it leaves alone, and the schema then says what is missing.
 */
export function applyInterpretations(written: unknown, choices: Choices = new Map()): unknown {
  if (!isObject(written) || !Array.isArray(written.interpretations)) return written
  const copy = structuredClone(written)
  for (const each of copy.interpretations as unknown[]) {
    if (!isObject(each) || typeof each.decides !== 'string') continue
    const chosen = choices.get(String(each.id))
    if (chosen !== undefined) choose(each, chosen)
    fill(copy, each.decides.split('.'), each.choice)
  }
  return copy
}

/** The choice changes places with the alternative that was named. */
function choose(interpretation: Json, chosen: string): void {
  const others = Array.isArray(interpretation.alternatives) ? interpretation.alternatives : []
  interpretation.alternatives = [...others.filter((other) => other !== chosen), interpretation.choice]
  interpretation.choice = chosen
}

function fill(root: Json, path: readonly string[], value: unknown): void {
  let node: unknown = root
  for (const step of path.slice(0, -1))
    node = Array.isArray(node)
      ? node.find((each) => isObject(each) && each.id === step)
      : isObject(node)
        ? node[step]
        : undefined
  const last = path.at(-1)
  if (isObject(node) && last !== undefined && last !== '__proto__') node[last] = value
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
