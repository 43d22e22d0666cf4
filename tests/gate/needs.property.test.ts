import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FrontMatter } from '../../pipeline/contract/types.ts'
import { type Law, needsOf } from '../../pipeline/gate/needs-of-change.ts'
import type { Portal } from '../../pipeline/portal/portal.ts'
import { toRoster } from '../../pipeline/roster/roster.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

/*
 * What a change needs, against a reading of the law as it is written: for every path, every version and every stage, the
 * accounts of those whom the stage names. Rosters are shuffled, so that no answer can be learnt by heart.
 */

const REAL = new Map<string, Portal>(PORTALS.map((id) => [id, portalOf(id)]))

/** A roster in which every member sits behind other accounts than in the sample. */
const roster = (portal: Portal, seed: number): Portal => {
  const members = portal.roster.written.members.map((member, index) => ({
    ...member,
    accounts: (seed + index) % 7 === 0 ? [] : [`@xa/nhom-${(seed * 31 + index * 7) % 11}`],
  }))
  return { ...portal, roster: toRoster({ ...portal.roster.written, members, delegations: [] }) }
}

type Version = { readonly kind: string; readonly linhVuc?: string; readonly section?: string }
type File = { readonly portal: string; readonly folder: string; readonly versions: readonly Version[] }

const file: fc.Arbitrary<File> = fc.constantFrom(...PORTALS).chain((id) => {
  const { law } = (REAL.get(id) as Portal).regulation
  const areas = fc.constantFrom(...law.linhVuc.map((each) => each.id))
  const version = fc.record(
    {
      kind: fc.constantFrom(...law.kinds.map((each) => each.id)),
      linhVuc: areas,
      section: fc.constantFrom(...law.sections.map((each) => each.id)),
    },
    { requiredKeys: ['kind'] },
  )
  return fc.record({
    portal: fc.constant(id),
    folder: areas,
    versions: fc.array(version, { minLength: 1, maxLength: 3 }),
  }) as fc.Arbitrary<File>
})

/** The accounts that each approval of a version asks for, read from the law by itself. */
function asked({ regulation: { law }, roster: { members } }: Portal, folder: string, version: Version) {
  const accountsOf = (ids: readonly string[]) => ids.flatMap((id) => members.get(id)?.accounts ?? [])
  const areas = new Set([folder, version.linhVuc ?? folder])
  const found: string[][] = []
  for (const area of areas) {
    for (const stage of law.approval.stages) {
      if (stage.kinds && !stage.kinds.includes(version.kind as never)) continue
      const ownerOf: Record<string, string | undefined> = {
        'theo-chuyen-muc': law.sections.find(({ id }) => id === version.section)?.approver,
        'theo-linh-vuc': law.linhVuc.find(({ id }) => id === area)?.approver,
      }
      const owner = stage.approvers.flatMap((id) => ownerOf[id] ?? [])[0]
      const named = stage.approvers.filter((id) => !(id in ownerOf))
      const ids = [...new Set([...(owner ? [owner] : []), ...named])]
      if (ids.length > 0) found.push(accountsOf(ids))
    }
  }
  return found
}

const asSet = (all: readonly (readonly string[])[]) =>
  [...new Set(all.map((each) => [...each].sort().join(' ')))].sort()

test('a change needs what the law, read stage by stage, asks for: no more and no less', () => {
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), fc.nat(1000), (files, seed) => {
      const portals = new Map([...REAL].map(([id, portal]) => [id, roster(portal, seed)]))
      const paths = files.map(
        ({ portal, folder }, index) => `content/${portal}/tin-bai/${folder}/2026/bai-${index}.md`,
      )
      const law: Law = {
        portals,
        versions: (path) => files[paths.indexOf(path)]?.versions as readonly FrontMatter[],
        namedBy: () => [],
      }
      const change = {
        base: '',
        fork: '',
        head: '',
        files: paths.map((path) => ({ path, before: undefined, after: { oid: 'a', mode: '100644' } })),
      }
      const needs = needsOf(change, law)
      const expected = files.flatMap(({ portal, folder, versions }) =>
        versions.flatMap((version) => asked(portals.get(portal) as Portal, folder, version)),
      )
      expect(asSet(needs.map(({ approvers }) => approvers.flatMap(({ accounts }) => accounts)))).toEqual(
        asSet(expected),
      )
      for (const path of paths) expect(needs.some(({ covers }) => covers.includes(path))).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
