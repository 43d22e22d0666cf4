import { expect, test } from 'vitest'
import { schemaProblems } from '../../pipeline/contract/schema-problems.ts'
import { parseYaml } from '../../pipeline/yaml/parse-yaml.ts'
import { contract } from '../support/portals.ts'

const VALID =
  'title: Tổng vệ sinh\nkind: tin-su-kien\nlinhVuc: xa-hoi\nsection: tin-tuc\nsummary: Sáng nay cả tổ ra quân.\n'

// biome-ignore format: a table
const cases: readonly [text: string, line: number, problem: RegExp, fix: RegExp, because: string][] = [
  [VALID.replace('title: Tổng vệ sinh\n', ''),         1, /Thiếu trường `title` \(Tiêu đề\)/,           /thêm dòng `title/,           'a missing field is named in Vietnamese'],
  [`${VALID}permalink: /x/\n`,                         6, /Không có trường `permalink`/,                /xóa dòng này/,               'an unknown key stands on its own line'],
  [`${VALID}image:\nfile: a.png\nalt: Một bức ảnh\n`,  7, /`file` phải nằm bên trong `image`/,         /thụt dòng này/,              'a key that lost its indentation is sent back where it belongs'],
  [`${VALID}eventDate: 20/11/2026\n`,                  6, /Thời điểm diễn ra.*không đúng dạng/,        /2026-11-20/,                 'a date as people write it'],
  [`${VALID}eventDate: 2026-13-45\n`,                  6, /Thời điểm diễn ra.*không đúng dạng/,        /2026-11-20/,                 'a date that does not exist is not turned into another'],
  [`${VALID}originalWork: có\n`,                       6, /phải là true hoặc false/,                   /./,                          'a word for a yes'],
  [VALID.replace('xa-hoi', 'Xã hội'),                  3, /không đúng dạng/,                           /không dấu/,                  'a label instead of an id'],
  [VALID.replace('Sáng nay cả tổ ra quân.', ''),       5, /Tóm tắt.*đang để trống/,                    /./,                          'an empty value'],
]

test.each(cases)('%s → line %i %s', (text, line, problem, fix) => {
  const parsed = parseYaml(text)
  if (!parsed.ok) throw new Error('not YAML')
  const problems = schemaProblems(contract.errors('front-matter/tin-su-kien', parsed.value), text, 1, (key) =>
    contract.describe('front-matter/tin-su-kien', key),
  )
  const found = problems.find((each) => problem.test(each.problem))
  expect(problems.map((each) => `${each.at.line}: ${each.problem}`)).toContainEqual(
    expect.stringMatching(new RegExp(`^${line}: .*${problem.source}`)),
  )
  expect(found?.fix).toMatch(fix)
})
