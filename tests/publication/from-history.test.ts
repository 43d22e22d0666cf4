import { beforeAll, describe, expect, test } from 'vitest'
import { gitRepository } from '../../pipeline/adapters/git.ts'
import { formatInstant } from '../../pipeline/calendar/local-time.ts'
import { historyOfLog } from '../../pipeline/publication/from-history.ts'
import { createRepository } from '../support/repository.ts'

const FOLDER = 'content/thanh-dong/'
const day = (date: string) => `2026-${date}T09:00:00+07:00`

describe('a document is published when it reaches the main branch', () => {
  const repository = createRepository()
  const git = gitRepository(repository.root)
  const at = (name: string) => `${FOLDER}tin-bai/xa-hoi/2026/${name}`
  const text = (name: string) => `${name}\n${'một dòng dài để Git nhận ra khi đổi tên\n'.repeat(20)}`
  /** The publications, all of them or those that a log of these paths knows. */
  const publications = async (paths?: readonly string[]) => {
    const { publications: found } = historyOfLog(await git.publicationLog(FOLDER, paths), FOLDER)
    return new Map(
      [...found].map(([path, instant]) => [path.replace('tin-bai/xa-hoi/2026/', ''), formatInstant(instant)]),
    )
  }
  beforeAll(() => {
    const { write, move, remove, commit, merge } = repository
    const branch = (name: string) => repository.git('checkout', '--quiet', '-b', name)
    const main = () => repository.git('checkout', '--quiet', 'main')
    repository.init()
    write(at('goc.md'), text('gốc'))
    write('nhap/tu-ngoai.md', text('từ ngoài'))
    commit(day('11-01'), { author: day('01-01') })

    branch('nhanh-mot')
    write(at('qua-nhanh.md'), text('qua nhánh'))
    commit(day('11-02'), { author: day('02-02') })
    write(at('Họp tổ dân phố.md'), text('tên có dấu'))
    commit(day('11-03'))
    main()
    write(at('giua-chung.md'), text('giữa chừng'))
    commit(day('11-04'))
    merge('nhanh-mot', day('11-05'))

    branch('nhanh-hai')
    move(at('qua-nhanh.md'), at('doi-ten.md'))
    move(at('Họp tổ dân phố.md'), at('hop-to-dan-pho.md'))
    commit(day('11-06'))
    move(at('doi-ten.md'), at('doi-ten-hai-lan.md'))
    repository.edit(at('doi-ten-hai-lan.md'), 'qua nhánh', 'qua nhánh, sửa một chữ')
    commit(day('11-07'))
    main()
    merge('nhanh-hai', day('11-08'))
    move(at('doi-ten-hai-lan.md'), `${FOLDER}tin-bai/kinh-te/2026/linh-vuc-khac.md`)
    commit(day('11-09'))

    move('nhap/tu-ngoai.md', at('tu-ngoai.md'))
    commit(day('11-10'))
    write(at('go-roi-dang-lai.md'), text('gỡ rồi đăng lại'))
    commit(day('11-11'))
    remove(at('go-roi-dang-lai.md'))
    commit(day('11-12'))
    write(at('go-roi-dang-lai.md'), text('gỡ rồi đăng lại'))
    commit(day('11-13'))
    repository.edit(at('goc.md'), 'gốc', 'gốc, đã sửa')
    commit(day('11-14'))

    branch('chua-gop')
    write(at('chua-gop.md'), text('chưa gộp'))
    commit(day('11-15'))
    main()
    write(at('chua-commit.md'), text('chưa commit'))
  })

  const revisions = async () => {
    const found = historyOfLog(await git.publicationLog(FOLDER), FOLDER).revisions
    return new Map(
      [...found].map(([path, each]) => [path.replace('tin-bai/xa-hoi/2026/', ''), each.map(formatInstant)]),
    )
  }

  // biome-ignore format: a table
  const INSTANTS = [
    ['goc.md',                               '11-01', 'the committer’s date counts, not the one that the author claims; editing later changes nothing'],
    ['giua-chung.md',                        '11-04', 'a commit on the main branch itself'],
    ['hop-to-dan-pho.md',                    '11-05', 'the merge counts, not the commits of the branch; its Vietnamese name had the instant first'],
    ['tin-bai/kinh-te/2026/linh-vuc-khac.md', '11-05', 'renamed twice in a branch, edited, moved to another lĩnh vực: still the first instant'],
    ['tu-ngoai.md',                          '11-10', 'what lay outside the portal was not published there'],
    ['go-roi-dang-lai.md',                   '11-13', 'taken down and published again is published anew'],
  ] as const
  test.each(INSTANTS)('%s on %s: %s', async (name, date) => {
    expect((await publications()).get(name)).toBe(day(date))
  })
  test.each(INSTANTS)('%s on %s, asked for alone', async (name, date) => {
    const path = name.includes('/') ? FOLDER + name : at(name)
    expect((await publications([path])).get(name)).toBe(day(date))
  })
  // biome-ignore format: a table
  test.each([
    ['goc.md',                                ['11-14'], 'an edit on the main branch'],
    ['giua-chung.md',                         [],        'never touched again'],
    ['hop-to-dan-pho.md',                     [],        'a new name alone is no change'],
    ['tin-bai/kinh-te/2026/linh-vuc-khac.md', ['11-08'], 'renamed and edited in a branch: changed when the merge brought it; the later move changed nothing'],
    ['tu-ngoai.md',                           [],        'what it was before it came is nobody’s business'],
    ['go-roi-dang-lai.md',                    [],        'published anew, it begins anew'],
    ['chua-gop.md',                           [],        'not published, so not revised'],
  ] as [string, string[], string][])('%s was changed on %j: %s', async (name, dates) => {
    expect((await revisions()).get(name) ?? []).toEqual(dates.map(day))
  })
  test('a log of single paths tells of publications alone', async () => {
    expect(historyOfLog(await git.publicationLog(FOLDER, [at('goc.md')]), FOLDER).revisions.size).toBe(0)
  })
  test.each([
    ['chua-gop.md', 'a branch that nobody merged is not the main branch'],
    ['chua-commit.md', 'a file that Git does not know'],
  ])('%s is not published: %s', async (name) => {
    expect((await publications()).has(name)).toBe(false)
    expect((await publications([at(name)])).has(name)).toBe(false)
  })
  test('a person’s own Git settings change nothing', async () => {
    const before = await publications()
    // biome-ignore format: a table
    const SETTINGS = [
      ['log.showRoot', 'false'], ['log.showSignature', 'true'], ['log.follow', 'true'], ['log.date', 'relative'],
      ['diff.renames', 'false'], ['color.ui', 'always'], ['core.quotePath', 'true'], ['diff.noprefix', 'true'],
    ]
    for (const [name, value] of SETTINGS) repository.git('config', name as string, value as string)
    expect(await publications()).toEqual(before)
    for (const [name] of SETTINGS) repository.git('config', '--unset', name as string)
  })
  test('a name that Git would read as a pattern is a name', async () => {
    repository.write(at('[a]*.md'), text('mẫu'))
    repository.git('add', at('[a]*.md'))
    repository.git('stash', '--quiet')
    expect([...(await publications([at('[a]*.md')]))]).toEqual([])
    expect(await git.state()).toBe('whole')
  })
})

describe('where there is no history', () => {
  test('a folder outside any repository', async () => {
    expect(await gitRepository(createRepository().root).state()).toBe('none')
  })
  test('a repository without a commit has published nothing', async () => {
    const repository = createRepository()
    repository.init()
    expect(await gitRepository(repository.root).publicationLog(FOLDER)).toBe('')
  })
})
