import { beforeAll, describe, expect, test } from 'vitest'
import { diagnosticsOf } from '../support/civil.ts'
import { createRepository } from '../support/repository.ts'

const fileOf = (slug: string) => `content/thanh-dong/hoi-dap/2026/${slug}.md`
const question = (number: number, received: string) => `---
title: Bao giờ sửa đèn ở ngõ Trung?
kind: hoi-dap
linhVuc: do-thi-ha-tang
section: trao-doi-hoi-dap
submittedBy: to-thu-ky
number: ${number}
receivedDate: ${received}
question: Hai bóng đèn đầu ngõ hỏng đã lâu, bao giờ sửa được?
summary: Câu hỏi về thời gian sửa đèn ở ngõ Trung.
---
`
const NOW = '2026-11-20T09:00:00+07:00'

describe('a register in Git', () => {
  const repository = createRepository()
  const { git, write, commit, merge, remove, edit } = repository
  const told = async (...args: string[]) => {
    const all = diagnosticsOf(await repository.congbo(['check', ...args, '--now', NOW, '--json']))
    return all
      .filter(({ rule }) => rule === 'question-number')
      .map(({ file, problem, fix }) => [file.split('/').at(-1), problem, fix])
  }
  const branch = (name: string, from = 'main') => git('checkout', '--quiet', '-b', name, from)

  beforeAll(() => {
    repository.init()
    write(fileOf('mot'), question(1, '2026-11-16T08:00:00+07:00'))
    commit('2026-11-16T10:00:00+07:00')
    // The one that comes first to the main branch was received last.
    branch('sau')
    write(fileOf('sau'), question(2, '2026-11-18T08:00:00+07:00'))
    commit('2026-11-18T09:00:00+07:00')
    branch('truoc')
    git('reset', '--quiet', '--hard', 'main')
    write(fileOf('truoc'), question(2, '2026-11-17T08:00:00+07:00'))
    commit('2026-11-18T09:00:00+07:00')
    git('checkout', '--quiet', 'main')
    merge('sau', '2026-11-19T09:00:00+07:00')
  })

  const DOUBLE = [
    'truoc.md',
    'Số tiếp nhận 2 năm 2026 đã thuộc về hoi-dap/2026/sau.md (đã có trong sổ từ trước), câu hỏi này phải đổi số',
    'sửa thành `number: 3`',
  ]

  test('two branches took one number: the one that is not on main yet must change, and is told to which', async () => {
    git('checkout', '--quiet', 'truoc')
    git('merge', '--quiet', '-m', 'cập nhật', 'main')
    expect(await told('--since', 'main')).toEqual([DOUBLE])
    const [[file, problem] = [], ...others] = await told()
    expect([file, others]).toEqual(['truoc.md', []])
    expect(problem).toContain('(đã ở nhánh chính)')
  })
  test('and once it has, there is nothing to say but that it came to the register late', async () => {
    edit(fileOf('truoc'), 'number: 2', 'number: 3')
    expect(await told('--since', 'main')).toEqual([
      ['truoc.md', 'Số 3 tiếp nhận trước số 2 (hoi-dap/2026/sau.md)', expect.stringContaining('vào sổ chậm')],
    ])
    commit('2026-11-19T10:00:00+07:00')
    git('checkout', '--quiet', 'main')
    merge('truoc', '2026-11-19T11:00:00+07:00')
  })
  test('a number that is changed leaves its gap before another question, which the change did not touch', async () => {
    branch('doi-so')
    edit(fileOf('sau'), 'number: 2', 'number: 4')
    expect(await told('--since', 'main')).toEqual([
      [
        'truoc.md',
        'Sổ tiếp nhận năm 2026 thiếu số 2',
        expect.stringMatching(/number: 2.*đưa câu hỏi còn thiếu/),
      ],
    ])
    git('checkout', '--quiet', '--', '.')
  })
  test('so does a question that is taken away', async () => {
    branch('xoa')
    remove(fileOf('mot'))
    commit('2026-11-19T12:00:00+07:00')
    expect(await told('--since', 'main')).toEqual([
      ['sau.md', 'Sổ tiếp nhận năm 2026 thiếu số 1', expect.stringContaining('number: 1')],
    ])
  })
})
