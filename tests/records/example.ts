import { generateKeyPairSync } from 'node:crypto'
import type { KhoaHoSo } from '../../pipeline/contract/types.ts'
import type { ApprovalRecord, Statement } from '../../pipeline/records/record.ts'
import { type Signer, signerOf } from '../../pipeline/records/signature.ts'

/** A key pair as `congbo record --new-key` makes it: the private text, and the line of khoa.yaml. */
export function keyPair(id: string, days: { validFrom: string; validTo?: string }) {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string
  const signer = signerOf(pem) as Signer
  const line: KhoaHoSo['keys'][number] = { id, key: signer.publicKey, ...days }
  return { id, pem, signer, line }
}

export type KeyPair = ReturnType<typeof keyPair>

/** The text of khoa.yaml with some keys. */
export const keysText = (portal: string, ...pairs: readonly KeyPair[]): string =>
  [
    `portal: ${portal}`,
    'keys:',
    ...pairs.flatMap(({ line: { id, key, validFrom, validTo } }) => [
      `  - id: ${id}`,
      `    key: ${key}`,
      `    validFrom: "${validFrom}"`,
      ...(validTo === undefined ? [] : [`    validTo: "${validTo}"`]),
    ]),
    '',
  ].join('\n')

export const signed = (statement: Statement, { id, signer }: KeyPair): ApprovalRecord => ({
  ...statement,
  signature: { key: id, value: signer.sign(statement) },
})

const oid = (letter: string) => letter.repeat(40)

/** A record of two articles of different fields, one of them approved by a delegate, with a return before. */
export const STATEMENT: Statement = {
  portal: 'thanh-dong',
  pull: 12,
  opened: '2026-11-20T08:00:00+07:00',
  head: oid('a'),
  // All digits: without quotes YAML would read a number.
  merge: oid('1'),
  base: oid('c'),
  merged: '2026-11-20T10:00:00+07:00',
  mergedBy: 'pho',
  writers: ['cong', 'lan'],
  documents: [
    { path: 'tin-bai/van-hoa/2026/hoi-lang.md', blob: oid('d') },
    { path: 'tin-bai/xa-hoi/2026/cu.md', removed: true },
    { path: 'tin-bai/xa-hoi/2026/tong-ve-sinh.md', blob: oid('e') },
  ],
  approvals: [
    {
      account: 'hoa',
      member: 'vh-xh',
      stage: 'linh-vuc',
      at: '2026-11-20T09:00:00+07:00',
      revision: oid('a'),
      clauses: ['D13.K11'],
      paths: ['tin-bai/xa-hoi/2026/cu.md', 'tin-bai/xa-hoi/2026/tong-ve-sinh.md'],
    },
    {
      account: 'pho',
      member: 'truong-ban',
      stage: 'tong-the',
      at: '2026-11-20T09:30:00+07:00',
      revision: oid('a'),
      delegate: 'pho-truong-ban',
      delegation: 'Giấy ủy quyền số 05/GUQ-BBT: "toàn bộ"',
    },
  ],
  returns: [{ account: 'hoa', member: 'vh-xh', at: '2026-11-20T08:30:00+07:00' }],
  verdict: 'sufficient',
}
