import { beforeAll, describe, expect, test } from 'vitest'
import { ledger } from '../../pipeline/commands/ledger.ts'
import type { entryToJson } from '../../pipeline/ledger/to-json.ts'
import { inProcess } from '../support/in-process.ts'
import { article, createRepository } from '../support/repository.ts'

type Line = ReturnType<typeof entryToJson>

/** An hour of November 2026 as an instant. */
const nov = (day: number, hour = '09:00') => `2026-11-${String(day).padStart(2, '0')}T${hour}:00+07:00`
const NOW = nov(30, '17:00')
const PORTAL = 'content/thanh-dong'
const xaHoi = (name: string) => `${PORTAL}/tin-bai/xa-hoi/2026/${name}.md`
const BODY = `${'Một câu đủ dài để Git nhận ra tệp khi đổi tên hay chuyển chỗ.\n'.repeat(12)}`

/** A news item: due eight office hours after its event. */
const news = (eventDate: string, more: Record<string, string> = {}) =>
  article({ kind: 'tin-su-kien', section: 'tin-tuc-su-kien', eventDate, ...more }, BODY)

async function linesOf(root: string, now = NOW): Promise<ReadonlyMap<string, Line>> {
  const outcome = await inProcess(root, (ports) => ledger(ports, 'thanh-dong', { json: true, now }))
  expect(outcome.stderr).toBe('')
  const { entries } = JSON.parse(outcome.stdout) as { entries: Line[] }
  return new Map(
    entries.map((each) => [
      each.path.slice(each.path.lastIndexOf('/') + 1, -3) + (each.removed ? ' (gỡ)' : ''),
      each,
    ]),
  )
}

describe('a ledger of a real history', () => {
  const repository = createRepository()
  const { write, commit, merge, git, edit, move, remove } = repository
  const branch = (name: string) => git('checkout', '--quiet', '-b', name, 'main')
  const main = () => git('checkout', '--quiet', 'main')
  /** A pull request: a branch whose commits claim what they like, and a merge at an instant. */
  const pull = (name: string, change: () => void, claimed: string, merged: string) => {
    branch(name)
    change()
    commit(claimed, { author: claimed })
    main()
    merge(name, merged)
  }

  beforeAll(() => {
    repository.init()
    repository.addPortal('hoa-binh', { from: 'thanh-dong' })
    commit(nov(1))
    pull('dung-han', () => write(xaHoi('dung-han'), news(nov(3, '08:00'))), nov(3, '09:00'), nov(3, '15:00'))
    pull('muon', () => write(xaHoi('muon'), news(nov(3, '08:00'))), nov(3, '09:00'), nov(5, '10:00'))
    pull(
      'gia-ngay-tac-gia',
      () => write(xaHoi('gia-ngay-tac-gia'), news(nov(4, '08:00'))),
      '2026-11-04T08:30:00+07:00',
      nov(6, '10:00'),
    )

    // Sent on 4/11, rebased and sent again on 9/11: only the merge counts.
    branch('dat-lai-goc')
    write(xaHoi('dat-lai-goc'), news(nov(4, '08:00')))
    commit(nov(4, '09:00'))
    main()
    pull('xen-giua', () => write(xaHoi('xen-giua'), news(nov(6, '08:00'))), nov(6, '09:00'), nov(6, '11:00'))
    git('checkout', '--quiet', 'dat-lai-goc')
    git('rebase', '--quiet', 'main')
    main()
    merge('dat-lai-goc', nov(9, '10:00'))

    // Its event is moved after publication, as if it had been on time.
    pull('doi-moc', () => write(xaHoi('doi-moc'), news(nov(3, '08:00'))), nov(6), nov(9, '11:00'))
    pull('doi-moc-2', () => edit(xaHoi('doi-moc'), nov(3, '08:00'), nov(9, '08:00')), nov(9), nov(9, '14:00'))

    // Moved to another lĩnh vực and rewritten while moving.
    pull('chuyen', () => write(xaHoi('chuyen-linh-vuc'), news(nov(9, '13:30'))), nov(9), nov(9, '15:00'))
    pull(
      'chuyen-2',
      () => {
        remove(xaHoi('chuyen-linh-vuc'))
        write(
          `${PORTAL}/tin-bai/kinh-te/2026/chuyen-linh-vuc.md`,
          article(
            {
              kind: 'tin-su-kien',
              section: 'tin-tuc-su-kien',
              linhVuc: 'kinh-te',
              eventDate: nov(9, '13:30'),
              updates: `\n  - { date: ${nov(11).slice(0, 10)}, note: Chuyển lĩnh vực và viết lại }`,
            },
            'Viết lại từ đầu, không còn câu nào của bản cũ.\n',
          ),
        )
      },
      nov(11),
      nov(11, '09:00'),
    )

    // The file of an old article is used for a new one: Git sees a new name.
    pull('hop-thang-10', () => write(xaHoi('hop-thang-10'), news(nov(2, '08:00'))), nov(2), nov(11, '09:30'))
    // A new name for the same matter is no new article.
    pull('ten-cu', () => write(xaHoi('ten-cu'), news(nov(12, '08:00'))), nov(12), nov(12, '10:00'))
    pull('ten-moi', () => move(xaHoi('ten-cu'), xaHoi('ten-moi')), nov(13), nov(13, '10:00'))

    // Merged by mistake, reverted at once, published for good a week later.
    pull('nham', () => write(xaHoi('gop-nham'), news(nov(13, '08:00'))), nov(13), nov(13, '11:00'))
    git('revert', '--no-commit', '-m', '1', 'HEAD')
    commit(nov(13, '11:05'), { message: 'hoàn tác' })
    pull(
      'hop-thang-11',
      () => {
        move(xaHoi('hop-thang-10'), xaHoi('hop-thang-11'))
        edit(xaHoi('hop-thang-11'), nov(2, '08:00'), nov(12, '08:00'))
      },
      nov(12),
      nov(18, '10:00'),
    )
    pull('dang-lai', () => write(xaHoi('gop-nham'), news(nov(13, '08:00'))), nov(18), nov(19, '10:00'))
    pull('go', () => write(xaHoi('bi-go'), news(nov(19, '08:00'))), nov(19), nov(19, '11:00'))
    pull('go-2', () => remove(xaHoi('bi-go')), nov(20), nov(20, '10:00'))

    // A clock that is a week slow, and a commit straight on the branch with a date of its writer's choice.
    pull(
      'dong-ho-cham',
      () => write(xaHoi('dong-ho-cham'), news(nov(12, '08:00'))),
      nov(20),
      nov(13, '10:00'),
    )
    write(xaHoi('ghi-thang'), news(nov(12, '08:00')))
    commit(nov(12, '09:00'))

    commit('2027-01-01T00:00:00+07:00', { message: 'đồng hồ chạy nhanh' })
    pull('tl', () => write(xaHoi('sau-ngay-tuong-lai'), news(nov(20, '08:00'))), nov(20), nov(20, '14:00'))

    // One article in two portals.
    pull(
      'hai-cong',
      () => {
        write(xaHoi('hai-cong'), news(nov(20, '08:00')))
        write('content/hoa-binh/tin-bai/xa-hoi/2026/hai-cong.md', news(nov(20, '08:00')))
      },
      nov(20),
      nov(20, '15:00'),
    )
    pull(
      'sang-cong-khac',
      () => move('content/hoa-binh/tin-bai/xa-hoi/2026/hai-cong.md', xaHoi('tu-cong-khac')),
      nov(23),
      nov(23, '15:00'),
    )
    branch('chua-gop')
    write(xaHoi('chua-gop'), news(nov(23, '08:00')))
    commit(nov(23))
    main()
    write(xaHoi('chua-commit'), news(nov(23, '08:00')))
  }, 120_000)

  // biome-ignore format: a table
  const GOLDEN = [
    // article,                merged,         verdict,   attestation, because
    ['dung-han',               nov(3, '15:00'),  'on-time', 'merge',  'published within eight office hours'],
    ['muon',                   nov(5, '10:00'),  'overdue', 'merge',  'two days later, and nobody said why'],
    ['gia-ngay-tac-gia',       nov(6, '10:00'),  'overdue', 'merge',  'the commit claims the morning of the event; it was merged two days later'],
    ['dat-lai-goc',            nov(9, '10:00'),  'overdue', 'merge',  'a branch that was rebased: its dates are worth nothing'],
    ['xen-giua',               nov(6, '11:00'),  'on-time', 'merge',  'merged between the two times that another was sent'],
    ['doi-moc',                nov(9, '11:00'),  'overdue', 'merge',  'the event was moved after publication: the verdict stands by the first'],
    ['chuyen-linh-vuc',        nov(9, '15:00'),  'on-time', 'merge',  'moved to another lĩnh vực and rewritten, it keeps its instant'],
    ['hop-thang-10 (gỡ)',      nov(11, '09:30'), 'overdue', 'merge',  'its file became another article, and with that it left the portal'],
    ['hop-thang-11',           nov(18, '10:00'), 'overdue', 'merge',  'a new article in an old file was not published before it happened'],
    ['ten-moi',                nov(12, '10:00'), 'on-time', 'merge',  'only the name is new'],
    ['gop-nham (gỡ)',          nov(13, '11:00'), 'on-time', 'merge',  'merged by mistake, and taken back'],
    ['gop-nham',               nov(19, '10:00'), 'overdue', 'merge',  'what counts is when it came to stay'],
    ['bi-go (gỡ)',             nov(19, '11:00'), 'on-time', 'merge',  'taken off the portal a day later'],
    ['dong-ho-cham',           nov(20, '10:00'), 'overdue', 'merge',  'a merge is no older than what it was merged into'],
    ['ghi-thang',              nov(20, '10:00'), 'overdue', 'direct', 'a date of the writer’s choice does not go behind the branch either'],
    ['sau-ngay-tuong-lai',     nov(20, '14:00'), 'on-time', 'merge',  'a commit straight on the branch that is dated next year makes nobody late'],
    ['hai-cong',               nov(20, '15:00'), 'on-time', 'merge',  'the same article is another portal’s business too'],
    ['tu-cong-khac',           nov(23, '15:00'), 'overdue', 'merge',  'what came from another portal is new here'],
  ] as const

  test.each(GOLDEN)('%s: merged %s, %s, by %s: %s', async (name, merged, verdict, attestation) => {
    expect((await linesOf(repository.root)).get(name)).toMatchObject({ merged, verdict, attestation })
  })
  test('nothing else is in it: no branch, no draft, no file that was never merged', async () => {
    expect([...(await linesOf(repository.root)).keys()].sort()).toEqual(GOLDEN.map(([name]) => name).sort())
  })
  test('a change of the trigger is told, with the values before and after', async () => {
    const { triggerMoved } = (await linesOf(repository.root)).get('doi-moc') as Line
    expect(triggerMoved).toEqual({ from: nov(3, '08:00'), to: nov(9, '08:00') })
  })
  test('later changes carry the note of their day; a new name alone is none', async () => {
    const lines = await linesOf(repository.root)
    expect(lines.get('chuyen-linh-vuc')?.changes).toEqual([
      expect.objectContaining({ at: nov(11, '09:00'), note: 'Chuyển lĩnh vực và viết lại' }),
    ])
    expect(lines.get('chuyen-linh-vuc')?.path).toBe('tin-bai/kinh-te/2026/chuyen-linh-vuc.md')
    expect(lines.get('ten-moi')?.changes).toEqual([])
  })
  test('an earlier instant knows nothing of what came later', async () => {
    const lines = await linesOf(repository.root, nov(9, '12:00'))
    expect([...lines.keys()].sort()).toEqual(
      ['dat-lai-goc', 'doi-moc', 'dung-han', 'gia-ngay-tac-gia', 'muon', 'xen-giua'].sort(),
    )
    expect(lines.get('doi-moc')?.triggerMoved).toBeNull()
  })
  test('what is kept of the history changes nothing, nor does what is damaged or of another branch', async () => {
    const whole = await linesOf(repository.root)
    const kept = '.congbo/cache/lich-su/nh/nhanh-chinh'
    expect(repository.exists(kept)).toBe(true)
    expect(await linesOf(repository.root)).toEqual(whole)
    for (const damage of [
      (text: string) => text.slice(0, -9),
      (text: string) => text.replace('"present"', '"gone"'),
      (text: string) => text.replaceAll('xa-hoi', 'kinh-te'),
      () => '',
    ]) {
      write(kept, damage(repository.read(kept)))
      expect(await linesOf(repository.root)).toEqual(whole)
    }
  })
})
