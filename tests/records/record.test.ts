import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../../pipeline/calendar/local-time.ts'
import { isRecordPath } from '../../pipeline/documents/allowed-files.ts'
import { canonicalJson } from '../../pipeline/records/canonical-json.ts'
import { keysOf, signatureOf } from '../../pipeline/records/keys.ts'
import { type ApprovalRecord, pathOfRecord } from '../../pipeline/records/record.ts'
import { recordsOf } from '../../pipeline/records/recorded.ts'
import { isSignedBy, signerOf } from '../../pipeline/records/signature.ts'
import { recordText } from '../../pipeline/records/write-record.ts'
import { parseYaml } from '../../pipeline/yaml/parse-yaml.ts'
import { contract } from '../support/portals.ts'
import { keyPair, STATEMENT, signed } from './example.ts'

const OLD = keyPair('cu', { validFrom: '2025-01-01', validTo: '2026-11-19' })
const NOW = keyPair('moi', { validFrom: '2026-11-01', validTo: '2027-11-30' })
const KEYS = keysOf({ portal: 'thanh-dong', keys: [OLD.line, NOW.line] })
const RECORD = signed(STATEMENT, NOW)

describe('a record as text', () => {
  test('keeps to the schema, and is read as it was written', () => {
    const parsed = parseYaml(recordText(RECORD))
    expect(parsed).toEqual({ ok: true, value: RECORD })
    expect(contract.errors('ho-so', RECORD)).toEqual([])
  })
  test('is the same whatever the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(RECORD).reverse()) as typeof RECORD
    expect(recordText(turned)).toBe(recordText(RECORD))
    expect(signed(Object.fromEntries(Object.entries(STATEMENT).reverse()) as typeof STATEMENT, NOW)).toEqual(
      RECORD,
    )
  })
  test('lies by its year and number', () => {
    expect(pathOfRecord(RECORD)).toBe('ho-so/2026/pr-12.yaml')
    expect(isRecordPath('ho-so/2026/pr-12.yaml')).toBe(true)
    for (const other of [
      'ho-so/khoa.yaml',
      'ho-so/2026/pr-012.yaml',
      'ho-so/2026/pr-0.yaml',
      'ho-so/26/pr-1.yaml',
    ])
      expect(isRecordPath(other)).toBe(false)
  })
})

describe('a signature', () => {
  const day = (text: string) => parseDay(text) as number
  const lastBitsChanged = (value: string) => `${value.slice(0, 85)}${value[85] === 'A' ? 'B' : 'A'}==`
  const other = keyPair('moi', { validFrom: '2026-11-01' })
  const { mergedBy: _, ...nobodyMerged } = RECORD
  // biome-ignore format: a table
  test.each<[state: string, record: ApprovalRecord, day: string, why: string]>([
    ['valid', RECORD, '2026-11-20', 'signed by a key on its days'],
    ['valid', RECORD, '2027-11-30', 'the last day counts'],
    ['out-of-time', RECORD, '2027-12-01', 'the key was no longer to be used when the record came'],
    ['out-of-time', signed(STATEMENT, OLD), '2026-11-20', 'however early the record says the merge was'],
    ['unknown-key', { ...RECORD, signature: { ...RECORD.signature, key: 'la' } }, '2026-11-20', 'nobody listed this key'],
    ['wrong', signed(STATEMENT, other), '2026-11-20', 'another key under the same name'],
    ['wrong', { ...RECORD, pull: 13 }, '2026-11-20', 'the number was changed'],
    ['wrong', nobodyMerged, '2026-11-20', 'a field was taken out'],
    ['wrong', { ...RECORD, deployed: RECORD.merged }, '2026-11-20', 'a field was put in'],
    ['wrong', { ...RECORD, writers: [...RECORD.writers].reverse() }, '2026-11-20', 'lists have an order'],
    ['wrong', { ...RECORD, signature: { ...RECORD.signature, value: lastBitsChanged(RECORD.signature.value) } }, '2026-11-20', 'other text, same or other bytes'],
  ])('is %s (%#)', (state, record, on) => {
    expect(signatureOf(record, KEYS, day(on)).state).toBe(state)
  })
  test('needs a private key of Ed25519, as PEM or as PKCS #8 in base64', () => {
    const der = NOW.pem.replace(/-----.*?-----|\n/g, '')
    for (const text of [NOW.pem, NOW.pem.replaceAll('\n', '\\n'), der, ` ${der}\n`])
      expect(signerOf(text)?.publicKey).toBe(NOW.line.key)
    for (const text of ['', 'x', NOW.line.key, der.slice(0, 20)]) expect(signerOf(text)).toBeUndefined()
  })
})

describe('what is signed', () => {
  test('says the same value, and has one text', () => {
    const leaf = fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.array(fc.string()))
    fc.assert(
      fc.property(fc.dictionary(fc.string(), leaf), (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text)
      }),
    )
  })
  test('is ordered as RFC 8785 says (section 3.2.3)', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(
      Object.values(
        JSON.parse(
          `[${canonicalJson(keys)
            .replace(/[{}]/g, '')
            .replace(/"[^"]*":/g, '')}]`,
        ),
      ),
    ).toEqual([2, 4, 6, 7, 1, 5, 3])
  })
  test('is no fraction', () => {
    expect(() => canonicalJson({ a: 0.1 })).toThrow()
    expect(() => canonicalJson('\ud800')).toThrow()
  })
})

describe('the ledger is told', () => {
  const recordOf = recordsOf([RECORD], KEYS)
  test('of a document, by the commit that brought it', () => {
    expect(recordOf('tin-bai/xa-hoi/2026/tong-ve-sinh.md', RECORD.merge)).toEqual({
      opened: Date.parse(STATEMENT.opened),
      merged: Date.parse(STATEMENT.merged),
      deployed: undefined,
      approvals: [
        {
          account: 'hoa',
          member: 'vh-xh',
          stage: 'linh-vuc',
          at: Date.parse('2026-11-20T02:00:00Z'),
          delegation: undefined,
        },
        {
          account: 'pho',
          member: 'truong-ban',
          stage: 'tong-the',
          at: Date.parse('2026-11-20T02:30:00Z'),
          delegation: STATEMENT.approvals[1]?.delegation,
        },
      ],
      returns: [{ at: Date.parse('2026-11-20T01:30:00Z'), member: 'vh-xh' }],
    })
  })
  test('the approvals of its own field only', () => {
    expect(
      recordOf('tin-bai/van-hoa/2026/hoi-lang.md', RECORD.merge)?.approvals.map(({ account }) => account),
    ).toEqual(['pho'])
  })
  // biome-ignore format: a table
  test.each<[path: string, commit: string, record: ApprovalRecord, why: string]>([
    ['tin-bai/xa-hoi/2026/tong-ve-sinh.md', RECORD.base, RECORD, 'another commit'],
    ['tin-bai/xa-hoi/2026/khac.md', RECORD.merge, RECORD, 'another document'],
    ['tin-bai/xa-hoi/2026/tong-ve-sinh.md', RECORD.merge, { ...RECORD, opened: RECORD.merged }, 'a record that was changed'],
  ])('nothing of %s at %s (%#)', (path, commit, record) => {
    expect(recordsOf([record], KEYS)(path, commit)).toBeUndefined()
  })
  test('no record signs for a key that it names itself', () => {
    expect(isSignedBy(RECORD, OLD.line.key)).toBe(false)
  })
})
