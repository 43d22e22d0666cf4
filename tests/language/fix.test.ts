import { expect, test } from 'vitest'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import type { Diagnostic } from '../../pipeline/diagnostics/diagnostic.ts'
import { checkBytes } from '../../pipeline/rules/check-documents.ts'
import { contract, portalOf } from '../support/portals.ts'

const KINDS = new Set(['spelling', 'tone-placement', 'punctuation', 'repeated-word', 'number-form'])
const now = parseInstant('2026-11-20T09:00:00+07:00') as number
const archive = {
  has: () => true,
  anchorsOf: () => undefined,
  atSameAddress: () => [],
  register: () => [],
  contacts: () => new Set<string>(),
  formerNames: () => [],
}

function judge(text: string, tone?: 'hòa' | 'hoà'): readonly Diagnostic[] {
  const portal = portalOf('thanh-dong')
  return checkBytes('tin-bai/xa-hoi/2026/a.md', new TextEncoder().encode(text), contract, {
    portal: tone ? { ...portal, cong: { ...portal.cong, spelling: { tone } } } : portal,
    publication: { state: 'pending' },
    archive,
    now,
  }).diagnostics.filter(({ rule }) => KINDS.has(rule))
}

const repaired = (text: string, found: readonly Diagnostic[]): string =>
  found.reduce((now, { repair }) => (repair?.kind === 'rewrite' ? repair.apply(now) : now), text)

const article = (title: string, summary: string, body: string) => `---
title: ${title}
kind: tin-su-kien
linhVuc: xa-hoi
section: tin-tuc-su-kien
author: Tổ Thư ký
source: Ban Biên tập
submittedBy: vh-xh
eventDate: 2026-11-20T08:00:00+07:00
summary: |-
  ${summary}
---

${body}
`

const WRONG = article(
  '"Nhân dân hoà thuận , dduwowngf sạch"',
  'Các các hộ dân  cùng làm.',
  'Nghành đất đai(gọi tắt) ,đã đã họp ở nhà hoá chất hoá học.\n\n- `hoà ,a`, hoà bình,  [hoà ,a](https://a.vn/hoà,a "hoà")',
)
const RIGHT = article(
  '"Nhân dân hòa thuận, đường sạch"',
  'Các hộ dân cùng làm.',
  'Ngành đất đai (gọi tắt), đã họp ở nhà hóa chất hóa học.\n\n- `hoà ,a`, hòa bình,  [hòa ,a](https://a.vn/hoà,a "hoà")',
)

test('--fix changes what has one answer, where it stands, and nothing else', () => {
  expect(repaired(WRONG, judge(WRONG))).toBe(RIGHT)
})

test('what was repaired has nothing more to repair', () => {
  expect(judge(RIGHT).filter(({ repair }) => repair)).toEqual([])
})

test('places are those of the file, in front matter and body', () => {
  const places = judge(WRONG).map(({ line, column, rule }) => `${line}:${column} ${rule}`)
  expect(places).toContain('2:18 tone-placement')
  expect(places).toContain('2:27 punctuation')
  expect(places).toContain('2:30 spelling')
  expect(places).toContain('11:3 repeated-word')
  expect(places).toContain('14:1 spelling')
})

test('the style of tones is the portal’s choice', () => {
  const text = article('Nhân dân hoà thuận', 'Trẻ em khoẻ mạnh, thuỷ lợi tốt.', 'Cùng hòa nhịp.')
  const found = judge(text, 'hoà')
  expect(found.map(({ problem }) => problem)).toEqual([
    'Dấu thanh của «hòa» không theo kiểu của cổng («hoà»)',
  ])
  expect(repaired(text, found)).toContain('Cùng hoà nhịp.')
})

test('an article in English, and text in an older encoding, are not read', () => {
  expect(judge(WRONG.replace('kind:', 'language: en\nkind:'))).toEqual([])
  expect(
    judge(article('Tổ dân phố ra quân', 'Sáng 20/11 cùng dọn ngõ.', 'Coäng hoøa xaõ hoäi chuû nghóa ,')),
  ).toEqual([])
})

test('nothing weighs as an error', () => {
  expect(judge(WRONG).every(({ severity }) => severity !== 'error')).toBe(true)
})
