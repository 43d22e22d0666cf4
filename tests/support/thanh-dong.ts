import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryFiles } from './portals.ts'

/** The people of a small Thành Đông: each sits in the teams that the roster names. */
export const TEAMS = {
  'truong-ban': ['truong'],
  'pho-truong-ban': ['pho', 'pho-hai'],
  'to-thu-ky': ['thu-ky', 'lan'],
  'vh-xh': ['hoa', 'hung'],
  'van-phong': ['minh', 'van'],
  'xay-dung-dang': ['dang', 'dang-hai'],
  'van-phong-dang-uy': ['uy'],
  'trung-tam-dvsnc': ['tam'],
  'kt-ht-dt': ['kinh'],
  'trung-tam-pvhcc': ['chinh'],
  mttq: ['mat'],
  'cong-tac-vien': ['cong'],
  'quan-tri': ['quan-tri'],
} as const

export const ORGANISATION = 'phuong-thanh-dong'
export const NOW = '2026-11-20T10:00:00+07:00'

/** The law of Thành Đông as a real portal has it: no sample, no record. */
export function portalFiles(id = 'thanh-dong'): Record<string, string> {
  const own = ['cong.yaml', 'quy-che.yaml', 'ban-bien-tap.yaml'].map((name) => `content/${id}/${name}`)
  const shared = ['lich-nghi', 'gio-hanh-chinh', 'luong-co-so', 'don-vi-cu'].flatMap((folder) =>
    repositoryFiles.list(`content/${folder}`).map(({ path }) => path),
  )
  const read = (path: string) => readFileSync(join(repositoryFiles.root, path), 'utf8')
  return Object.fromEntries(
    [...own, ...shared].map((path) => [path, read(path).replace(/^sample:\n(?: .*\n?)+/m, '')]),
  )
}

/** The token that reads who is in a team belongs to a member of the organisation, and can do nothing else. */
export const READER = [
  'token-doc-nhom',
  { login: 'quan-tri', permissions: { members: 'read', metadata: 'read' } },
] as const

/** What the job of the gate has in its environment, but for the address of the forge. */
export const GATE_ENVIRONMENT = {
  GITHUB_TOKEN: 'token-actions',
  CONGBO_TOKEN: READER[0],
  CONGBO_BACK_OFF: '5',
}
