import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describeRule } from '../../pipeline/rules/describe-rule.ts'
import { rules } from '../../pipeline/rules/index.ts'
import type { Rule } from '../../pipeline/rules/rule.ts'
import { PORTALS, portalOf, REPOSITORY } from './portals.ts'

/**
 * The page of every rule, made of the rule, the regulations and the annotated documents, so that none of the three can
 * say something else. `npm run docs` writes them; tests/docs.test.ts holds that writing them changes nothing.
 */
export function rulePages(): Map<string, string> {
  const regulations = PORTALS.map((id) => [id, portalOf(id).regulation] as const)
  const pages = rules.map((rule): [string, string] => [
    `${rule.id}.md`,
    `${describeRule(rule, regulations)}${examples(rule)}`,
  ])
  return new Map([...pages, ['README.md', index()]])
}

function index(): string {
  const rows = rules.map(({ id, question }) => `| [${id}](${id}.md) | ${question} |`)
  return [
    '# Các quy tắc kiểm tra',
    '',
    'Trang này và các trang quy tắc được sinh tự động (`npm run docs`); lệnh `congbo explain <quy tắc>` in cùng nội dung.',
    '',
    '| quy tắc | câu hỏi |',
    '| --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

function examples({ id }: Rule): string {
  const folder = new URL(`../rules/${id}/`, import.meta.url)
  const documents = readFolder(folder).map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), 'utf8'),
  }))
  const failing = documents.find(({ text }) => text.includes(`expect ${id}`))
  const passing = documents.find(({ text }) => !text.includes(`expect ${id}`))
  if (!failing || !passing) return ''
  const block = (title: string, text: string) =>
    `### ${title}\n\n\`\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\`\n`
  return [
    '\n## Ví dụ',
    '',
    'Dấu `expect` ở cuối dòng chỉ chỗ mà quy tắc báo; dòng bắt đầu bằng `# portal:`, `# now:`… nói hoàn cảnh.',
    '',
    block(`Bị báo: ${failing.name}`, failing.text),
    block(`Đạt: ${passing.name}`, passing.text),
  ].join('\n')
}

const readFolder = (folder: URL): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()
  } catch {
    return []
  }
}

if (import.meta.main) {
  mkdirSync(`${REPOSITORY}docs/quy-tac`, { recursive: true })
  for (const [name, text] of rulePages()) writeFileSync(`${REPOSITORY}docs/quy-tac/${name}`, text)
}
