import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { productFile } from '../../pipeline/adapters/product.ts'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { FOLDER_OF } from '../../pipeline/documents/document.ts'
import { splitFrontMatter } from '../../pipeline/documents/front-matter.ts'
import { formConfig } from '../../pipeline/editor/form-config.ts'
import { formData, reviewFactsOf } from '../../pipeline/editor/form-data.ts'
import type { FormCollection } from '../../pipeline/editor/form-types.ts'
import { review } from '../../pipeline/editor/review.ts'
import { REVIEW_LABEL, SHOWN } from '../../pipeline/editor/shown.ts'
import type { Data } from '../../pipeline/editor/tidy.ts'
import type { Kind } from '../../pipeline/regulation/regulation.ts'
import { textRules } from '../../pipeline/rules/text-rules.ts'
import { FORMER_NAMES, readAnnotated } from '../support/annotated.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

const PLACE = { repository: 'xa/cong', signInAt: undefined, logo: '/icon.svg', standsAt: undefined }
const configOf = (id: string) =>
  formConfig(portalOf(id), (name) => productFile(`schemas/${name}.schema.json`), PLACE)
const NOW = parseInstant('2026-11-20T09:00:00+07:00') as number

/** The form of a portal as its page has it: through JSON. */
function formOf(id: string) {
  const config = configOf(id)
  const data = formData(portalOf(id), config, undefined, {
    contacts: () => new Set(),
    formerNames: () => FORMER_NAMES,
  })
  return { facts: reviewFactsOf(JSON.parse(JSON.stringify(data)), NOW), collections: config.collections }
}

const forms = new Map(PORTALS.map((id) => [id as string, formOf(id)]))

function reviewAt(id: string, typed: Data, contacts: readonly string[] = []) {
  const { facts, collections } = forms.get(id) as ReturnType<typeof formOf>
  const collection = collections.find(({ name }) => name === typed.kind) as FormCollection
  const archive = { ...facts.archive, contacts: () => new Set(contacts) }
  return review({ ...facts, archive }, collection, typed)
}

const NEWS = {
  kind: 'tin-su-kien',
  title: 'Ra quân dọn vệ sinh khu chợ',
  author: 'Ban biên tập',
  body: 'Buổi sáng, người dân dọn chợ.',
}
const reviewOf = (typed: Data) => reviewAt('thanh-dong', { ...NEWS, ...typed })

// biome-ignore format: a table
test.each([
  [{},                                                      [],                                            'what is well written is left alone'],
  [{ title: 'Ra quân dduwowngf chợ' },                      [['spelling', 'Tiêu đề']],                      'remains of typing, in the field where they stand'],
  [{ title: 'Ra quân dduwowngf chợ', language: '' },        [['spelling', 'Tiêu đề']],                      'a field that was left empty says nothing'],
  [{ title: 'Ra quân dduwowngf chợ', language: 'en' },      [],                                            'English is not read'],
  [{ body: 'Một đoạn.\n\nHai đoạn , ba đoạn.' },            [['punctuation', 'Nội dung, đoạn 2']],          'paragraphs are counted as a reader counts them'],
  [{ body: '## Đầu mục\n\n- một\n- của của tổ\n' },            [['repeated-word', 'Nội dung, đoạn 2']],        'a list is one piece'],
  [{ body: 'Gọi chị Hoa, số 0912 345 678.' },               [['personal-data', 'Nội dung, đoạn 1']],        'a telephone of a person'],
  [{ summary: 'TUYỆT MẬT', body: 'Một.' },                  [['secret-marking', 'Tóm tắt']],                'a secrecy mark, in any field'],
  [{ image: { file: 'blob:http://localhost:8080/0912345678', alt: 'Chợ' } }, [],                          'the name of a picture that is not saved yet is nobody’s number'],
  [{ body: '![Chợ](blob:http://localhost:8080/0912345678-aa)' }, [],                                       'nor in the text'],
  [{ [SHOWN.deadline]: 'hai hai', [SHOWN.review]: true },   [],                                            'what is only shown is not read'],
] as [Data, [string, string][], string][])('%o: %o (%s)', (typed, notes) => {
  expect(reviewOf(typed).notes.map(({ rule, where }) => [rule, where])).toEqual(notes)
})

describe('what may not be kept is not saved', () => {
  // biome-ignore format: a table
  test.each([
    [{ body: 'Gọi chị Hoa, số 0912 345 678.' },     /^Chưa lưu được: có số điện thoại/, 'history keeps it for ever'],
    [{ body: 'TỐI MẬT\n\nKế hoạch.' },              /^Chưa lưu được: có dấu chỉ độ mật/, 'the same of a secrecy mark'],
    [{ title: 'Ra quân dduwowngf chợ' },            undefined,                          'a wrong letter can be mended later'],
    [{ body: 'Gọi chị Hoa, số 0912 345 678.', released: [{ what: 'so-dien-thoai', by: 'to-thu-ky', reason: 'Chị Hoa đồng ý.' }] },
                                                    undefined,                          'somebody has released it, and the approver will see that'],
  ] as [Data, RegExp | undefined, string][])('%o: %s (%s)', (typed, refusal) => {
    const found = reviewOf(typed).refusal
    if (refusal === undefined) expect(found).toBeUndefined()
    else expect(found).toMatch(refusal)
    if (refusal !== undefined) expect(found).toContain(REVIEW_LABEL)
  })

  test('the way out is said in the words of the form', () => {
    const [note] = reviewOf({ body: 'Gọi chị Hoa, số 0912 345 678.' }).notes
    expect(note?.fix).toMatch(/ghi mục «[^»]*(?:công bố|Công bố)[^»]*»/)
    expect(note?.fix).not.toContain('released')
  })

  test('a telephone that a fixed page publishes is nobody’s secret', () => {
    const typed = { ...NEWS, body: 'Gọi bộ phận Một cửa, số 0912 345 678.' }
    expect(reviewAt('thanh-dong', typed, ['0912345678']).notes).toEqual([])
  })
})

describe('one click mends what has one right answer', () => {
  // biome-ignore format: a table
  test.each([
    [{ title: 'Ra quân hoà giải' },                          1, { title: 'Ra quân hòa giải' },                  'the portal’s way of setting tones'],
    [{ title: 'Dọn chợ: dân , quân' },                       1, { title: 'Dọn chợ: dân, quân' },                'in a field that YAML must quote'],
    [{ body: 'Dân  quân dọn chợ , của của phường.' },         3, { body: 'Dân quân dọn chợ, của phường.' },       'several on one line'],
    [{ image: { file: 'a.webp', alt: 'Chợ , đường' } },      1, { image: { file: 'a.webp', alt: 'Chợ, đường' } }, 'inside a field of several parts'],
    [{ body: 'Chợ ![Chợ](blob:http://localhost/1-2) và , đường' },  1, { body: 'Chợ ![Chợ](blob:http://localhost/1-2) và, đường' }, 'a picture that is not saved yet keeps its name'],
    [{ body: 'Gọi chị Hoa, số 0912 345 678.' },              0, {},                                           'what takes a person’s judgement is left to a person'],
  ] as [Data, number, Data, string][])('%o: %i, %o (%s)', (typed, count, mended) => {
    const found = reviewOf(typed)
    expect(found.mendable).toBe(count)
    expect(Object.fromEntries(found.mended())).toEqual(mended)
  })

  test('whatever is typed, only what it names is changed, and nothing fails', () => {
    const anything = fc.record({
      title: fc.string({ unit: 'binary' }),
      summary: fc.string({ unit: 'grapheme' }),
      body: fc.string({ unit: 'grapheme' }),
      image: fc.record({ file: fc.string(), alt: fc.string({ unit: 'binary' }) }),
      number: fc.integer(),
    })
    fc.assert(
      fc.property(anything, (typed) => {
        const found = reviewOf(typed)
        if (found.mendable === 0) expect([...found.mended()]).toEqual([])
      }),
    )
  })
})

const RULES = new URL('../rules/', import.meta.url)
const OF_TEXT: ReadonlySet<string> = new Set(textRules.map(({ id }) => id))

/** The annotated documents of every rule that the form asks. */
const documents = readdirSync(RULES)
  .filter((rule) => OF_TEXT.has(rule))
  .flatMap((rule) => readAnnotated(new URL(`./${rule}/`, RULES)).map((each) => ({ ...each, rule })))
  .flatMap(({ rule, name, text, directives, expected }) => {
    const split = splitFrontMatter(text)
    if (!split.ok || FOLDER_OF[split.value.data.kind as Kind] === 'hoi-dap') return []
    const typed = { ...split.value.data, body: split.value.body }
    return [{ name: `${rule}/${name}`, typed, directives, expected }]
  })

test.each(documents)('the form says of $name what the check says', ({ typed, directives, expected }) => {
  const contacts = (directives.get('contacts') ?? '').split(' ')
  const { notes } = reviewAt(directives.get('portal') ?? 'thanh-dong', typed, contacts)
  const seen = notes.map(({ rule, severity }) => `${rule} ${severity}`).sort()
  const told = expected
    .filter(({ rule }) => OF_TEXT.has(rule))
    .map(({ rule, severity }) => `${rule} ${severity}`)
  expect(seen).toEqual(told.sort())
})
