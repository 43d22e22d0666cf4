import { posix } from 'node:path'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import { namedFiles } from '../documents/named-files.ts'
import { refsOf } from '../regulation/regulation.ts'
import { isBeside, referencesIn, relativeIn, safely } from './document-references.ts'
import { type Facts, placeInBody, placeOfField, type Rule } from './rule.ts'

const MEDIA: Record<string, string> = {
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  webp: 'image',
  gif: 'image',
  mp3: 'audio',
  mp4: 'video',
  webm: 'video',
}
const MEDIA_WORDS: Record<string, string> = {
  text: 'văn bản',
  audio: 'âm thanh',
  image: 'hình ảnh',
  video: 'video',
  graphics: 'đồ họa',
}

export const attachment: Rule = {
  id: 'attachment',
  name: 'ảnh và tệp đính kèm',
  severity: 'error',
  question: 'Ảnh và tệp đính kèm có thật, nằm cạnh bài và thuộc hình thức cho phép?',
  reason: 'Tệp thiếu thì trang có chỗ trống; tệp lạ có thể mang mã độc.',
  advice: 'Đặt ảnh, tệp trong cùng thư mục với bài; tên tệp chữ thường không dấu.',
  check: (facts) => named(facts.document).flatMap((each) => wrongFile(facts, each)),
}

type Named = { readonly file: string; readonly at: Finding['at'] }

function named(document: Document): Named[] {
  const images = relativeIn(document).filter(({ type, target }) => type === 'image' && target !== '')
  return [
    ...namedFiles(document.front).map(({ file, field }) => ({ file, at: placeOfField(document, ...field) })),
    ...images.map(({ target, at }) => ({ file: safely(target), at: placeInBody(document, at) })),
  ]
}

function wrongFile({ portal, document, archive }: Facts, { file, at }: Named): Finding[] {
  const path = posix.normalize(posix.join(posix.dirname(document.path), file))
  if (!isBeside(document, path))
    return [
      {
        at,
        problem: `Tệp \`${file}\` không nằm cạnh bài`,
        fix: 'đặt tệp vào cùng thư mục với bài và chỉ ghi tên tệp',
      },
    ]
  if (!archive.has(path))
    return [
      {
        at,
        problem: `Không có tệp \`${file}\` cạnh bài`,
        fix: 'thêm tệp vào cùng thư mục với bài, hoặc sửa tên tệp',
      },
    ]
  const allowed = portal.regulation.law.content.mediaTypes
  const type = MEDIA[file.split('.').at(-1) ?? '']
  if (!allowed || type === undefined || allowed.values.includes(type as 'image')) return []
  return [
    {
      at,
      problem: `Quy chế không nêu hình thức ${MEDIA_WORDS[type]}`,
      fix: `dùng một trong: ${allowed.values.map((each) => MEDIA_WORDS[each]).join(', ')}`,
      clauses: refsOf(allowed.basis),
    },
  ]
}

export const imageAlt: Rule = {
  id: 'image-alt',
  name: 'lời mô tả ảnh',
  severity: 'error',
  question: 'Mọi ảnh trong bài đều có lời mô tả?',
  reason: 'Người khiếm thị nghe lời mô tả thay cho ảnh; mạng chậm thì ai cũng chỉ thấy lời mô tả.',
  advice: 'Viết trong ngoặc vuông điều người đọc cần biết: `![Đoàn viên thu gom rác ở bờ sông](anh.jpg)`.',
  check: ({ document }) =>
    referencesIn(document)
      .filter(({ type, text }) => type === 'image' && text.trim() === '')
      .map(({ at, target }) => ({
        at: placeInBody(document, at),
        problem: `Ảnh \`${target}\` chưa có lời mô tả`,
        fix: `viết lời mô tả vào ngoặc vuông: \`![mô tả](${target})\``,
      })),
}
