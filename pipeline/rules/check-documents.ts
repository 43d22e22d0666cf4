import type { Entry, Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts'
import { TOP } from '../diagnostics/diagnostic.ts'
import { classify } from '../documents/allowed-files.ts'
import { decode, utf8Text } from '../documents/decode.ts'
import type { Document } from '../documents/document.ts'
import { DOCUMENT_LIMIT, parseDecoded } from '../documents/parse-document.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'
import { applyRules, applyRulesOfAnyForm, stamp } from './apply-rules.ts'
import type { Archive } from './archive.ts'
import { checkRecordFile } from './check-record-files.ts'
import { type FirstLook, knownNames, readingOf } from './first-look.ts'
import type { Facts } from './rule.ts'

/** What a check of one file says, and the document where its form is right. */
export type Checked = { readonly document?: Document; readonly diagnostics: readonly Diagnostic[] }

/** Where documents are checked. */
export type CheckScope = {
  readonly files: Files
  readonly contract: Contract
  readonly open: OpenPortal
  readonly archive: Archive
}

/** Checks one entry of a portal's folder; the path counts from that folder. */
export function checkEntry(scope: CheckScope, entry: Entry): Checked {
  const { portal } = scope.open
  const classified = classify(entry)
  if (classified.type === 'foreign')
    return { diagnostics: [stamp(portal, entry.path, 'file', classified.finding)] }
  if (classified.type === 'document') return checkDocument(scope, entry.path)
  const schema = classified.type === 'data' ? classified.schema : undefined
  if (schema === undefined) return { diagnostics: [] }
  return { diagnostics: checkRecordFile(scope.files, scope.contract, portal, entry.path, schema) }
}

function checkDocument({ files, contract, open, archive }: CheckScope, path: string): Checked {
  const { portal, now, publications } = open
  const read = files.read(portal.folder + path, DOCUMENT_LIMIT)
  if (read.state !== 'read') return { diagnostics: [stamp(portal, path, 'file', notRead(read))] }
  const publication = publicationOf(publications, path, now)
  return checkBytes(path, read.bytes, contract, { portal, publication, archive, now })
}

/** What is wrong with a document, from its bytes: what the parsers report, and every rule that can be asked. */
export function checkBytes(
  path: string,
  bytes: Uint8Array,
  contract: Contract,
  known: Omit<Facts, 'document' | 'look'>,
): Checked {
  const text = utf8Text(bytes)
  const look =
    text === undefined
      ? undefined
      : readingOf(known.portal.cong, knownNames(known.portal.cong, known.archive)).firstLook(text)
  const decoded = look && !look.foreign ? { text, findings: [] } : decode(bytes)
  const { document, misshapen, findings } = parseDecoded(path, decoded, contract)
  const { portal, publication, archive, now } = known
  const factsOf = (each: Document): Facts => ({
    portal,
    publication,
    archive,
    now,
    look: look as FirstLook,
    document: each,
  })
  const parsed = findings.map(({ rule, ...finding }) => stamp(portal, path, rule, finding))
  if (document) return { document, diagnostics: parsed.concat(applyRules(factsOf(document))) }
  if (!misshapen) return { diagnostics: parsed }
  const more = applyRulesOfAnyForm(factsOf(misshapen))
  return { diagnostics: [...parsed, ...more.filter((each) => !parsed.some((told) => sameField(told, each)))] }
}

/** Both name the same field first: the schema has said already that it is missing or wrong. */
const sameField = (a: Diagnostic, b: Diagnostic): boolean => {
  const [one, other] = [a, b].map(({ problem }) => /`([A-Za-z]+)`/.exec(problem)?.[1])
  return one !== undefined && one === other
}

function notRead(read: Exclude<ReturnType<Files['read']>, { state: 'read' }>): Finding {
  if (read.state === 'too-large') {
    return {
      at: TOP,
      problem: `Tệp lớn ${Math.ceil(read.size / 1024)} KB, quá giới hạn ${DOCUMENT_LIMIT / 1024} KB`,
      fix: 'bỏ ảnh nhúng trong bài (đặt ảnh thành tệp riêng), hoặc tách thành nhiều bài',
    }
  }
  return read.state === 'absent'
    ? { at: TOP, problem: 'Không có tệp này', fix: 'kiểm tra lại đường dẫn' }
    : { at: TOP, problem: `Không đọc được tệp: ${read.why}`, fix: 'kiểm tra quyền đọc của tệp' }
}

/** Entries of the record of a sample portal that no file answers to, and changes of what was never published. */
export function recordProblems(
  { portal, publications, revisions, removed = new Set() }: OpenPortal,
  paths: ReadonlySet<string>,
): Diagnostic[] {
  if (!portal.cong.sample) return []
  const absent = [...publications.keys()]
    .filter((path) => !paths.has(path) && !removed.has(path))
    .map((path) => ({
      problem: `Nhật ký ghi tệp không có: ${path}`,
      fix: 'sửa đường dẫn, hoặc xóa dòng ấy',
    }))
  const early = [...revisions]
    .filter(([path, [first = 0]]) => first <= (publications.get(path) ?? Number.POSITIVE_INFINITY))
    .map(([path]) => ({
      problem: `Nhật ký ghi lần sửa của tệp chưa xuất bản: ${path}`,
      fix: 'thêm dòng của tệp ấy vào mục published, hoặc ghi lần sửa sau lúc xuất bản',
    }))
  const unknown = [...removed]
    .filter((path) => !publications.has(path))
    .map((path) => ({
      problem: `Nhật ký ghi đã gỡ tệp chưa từng xuất bản: ${path}`,
      fix: 'thêm dòng của tệp ấy vào mục published, hoặc xóa dòng trong mục removed',
    }))
  return [...absent, ...early, ...unknown].map((each) =>
    stamp(portal, 'nhat-ky-xuat-ban.yaml', 'portal', { at: TOP, ...each }),
  )
}

/** The portal's mark, where cong.yaml names one and it is not there: pages do without it, so this stops nothing. */
export function emblemProblems({ portal }: OpenPortal, paths: ReadonlySet<string>): Diagnostic[] {
  const { emblem } = portal.cong
  if (emblem === undefined || paths.has(emblem)) return []
  return [
    stamp(portal, 'cong.yaml', 'portal', {
      at: TOP,
      severity: 'warning',
      problem: `Không thấy tệp biểu trưng \`${emblem}\` cạnh cong.yaml`,
      fix: 'đặt tệp ảnh vào thư mục của cổng, hoặc bỏ dòng `emblem`',
    }),
  ]
}

/** A real portal should say where a weakness of it can be reported: without any contact it has no security.txt. */
export function contactProblems({ portal }: OpenPortal): Diagnostic[] {
  const { security, email, phone } = portal.cong.contacts
  if (portal.cong.sample || (security ?? email ?? phone) !== undefined) return []
  return [
    stamp(portal, 'cong.yaml', 'portal', {
      at: TOP,
      severity: 'warning',
      problem:
        'Cổng không nêu hộp thư hay số điện thoại nào, nên không có nơi báo lỗ hổng bảo mật (/.well-known/security.txt)',
      fix: 'ghi `security` (hộp thư nhận báo lỗ hổng) hoặc `email` vào mục contacts',
    }),
  ]
}
