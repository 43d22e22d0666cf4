import type { Files } from '../adapters/ports.ts'
import { type Finding, type Severity, TOP } from '../diagnostics/diagnostic.ts'
import { sizeInWords } from '../media/file-words.ts'
import { extensionOf, FORMATS, MOST_BYTES } from '../media/formats.ts'
import type { Hazard, HazardCode } from '../media/hazard.ts'
import { inspectFile } from '../media/inspect-file.ts'
import { withoutNotes } from '../media/strip-notes.ts'

/** What is wrong with a file, by its content. */
export async function fileFindings(files: Files, path: string): Promise<Finding[]> {
  const whole = files.part(path, 0, 0)
  if (whole.state !== 'read')
    return [
      {
        at: TOP,
        problem: `Không đọc được tệp: ${whole.state === 'absent' ? 'không có' : whole.why}`,
        fix: 'kiểm tra quyền đọc của tệp',
      },
    ]
  const part = (at: number, length: number) => {
    const read = files.part(path, at, length)
    return read.state === 'read' ? read.bytes : new Uint8Array()
  }
  const hazards = await inspectFile({ file: path, size: whole.size, part })
  return hazards.map((each) => findingOf(each, path, whole.size))
}

/** What is wrong with a file that lies nowhere yet. */
export async function findingsIn(path: string, bytes: Uint8Array): Promise<Finding[]> {
  const part = (at: number, length: number) => bytes.subarray(at, at + length)
  const hazards = await inspectFile({ file: path, size: bytes.length, part })
  return hazards.map((each) => findingOf(each, path, bytes.length))
}

function findingOf(found: Hazard, path: string, size: number): Finding {
  const [severity, problem, fix] = WORDS[found.code]
  const filled = problem
    .replace('{detail}', found.detail ?? '')
    .replace('{type}', typeInWords(found.detail))
    .replace('{size}', sizeInWords(size))
    .replace('{most}', sizeInWords(MOST_BYTES))
    .replace('{heavy}', sizeInWords(FORMATS[extensionOf(path)]?.heavy ?? MOST_BYTES))
    .replace('{extension}', `.${extensionOf(path)}`)
  return {
    at: TOP,
    severity,
    problem: filled.replace(/ \(\)/, ''),
    fix: fix.replaceAll('{path}', path),
    ...(REPAIRABLE.has(found.code) ? { repair: REPAIR } : {}),
  }
}

const REPAIRABLE: ReadonlySet<HazardCode> = new Set(['picture-position', 'picture-camera'])

/** The picture stays as it is, point for point. */
const REPAIR = {
  kind: 'rewrite-bytes',
  how: 'xóa vị trí chụp và thông số máy ảnh, giữ nguyên hình',
  apply: (bytes: Uint8Array) => withoutNotes(bytes) ?? bytes,
} as const

const TYPE_WORDS: Readonly<Record<string, string>> = {
  unknown: 'thứ không nhận ra được',
  exe: 'chương trình Windows (exe)',
  elf: 'chương trình Linux',
  macho: 'chương trình macOS',
  msi: 'bộ cài đặt Windows',
  apk: 'ứng dụng Android',
  html: 'trang HTML',
  svg: 'hình SVG, có thể chứa mã chạy được',
  php: 'mã PHP',
  script: 'mã lệnh',
  xml: 'tệp XML',
  zip: 'tệp nén ZIP',
  rar: 'tệp nén RAR',
  '7z': 'tệp nén 7z',
  cfb: 'tệp Office kiểu cũ (.doc, .xls)',
  mov: 'phim QuickTime (mov)',
  mkv: 'phim Matroska (mkv)',
  m4a: 'âm thanh m4a',
  heic: 'ảnh HEIC của iPhone',
  docm: 'tệp Word có macro (docm)',
  xlsm: 'tệp Excel có macro (xlsm)',
  pptm: 'tệp PowerPoint có macro (pptm)',
}

const typeInWords = (type: string | undefined): string =>
  TYPE_WORDS[type ?? ''] ?? `tệp ${(type ?? '').toUpperCase()}`

const KEPT = 'Bản trên cổng được làm sạch, nhưng bản gốc nằm mãi trong lịch sử kho.'
const CLEAN =
  'trước khi gửi, chạy `congbo check --fix {path}` để xóa mà hình vẫn nguyên; đã gửi rồi thì báo quản trị xóa khỏi lịch sử'
const AGAIN_AS_PDF = 'mở tệp rồi in lại ra PDF (In → Lưu thành PDF), gửi bản ấy'

// biome-ignore format: a table
const WORDS: Readonly<Record<HazardCode, readonly [severity: Severity, problem: string, fix: string]>> = {
  mismatch:            ['error',   'Tên tệp là {extension} nhưng nội dung là {type}', 'mở bằng đúng chương trình rồi lưu lại thành loại được nhận; đừng chỉ đổi đuôi tên tệp'],
  'too-large':         ['error',   'Tệp lớn {size}, quá giới hạn {most}', 'làm nhỏ lại hoặc chia thành nhiều tệp'],
  heavy:               ['warning', 'Tệp lớn {size}, quá {heavy}: người dùng điện thoại phải chờ, và kho giữ nó mãi mãi', 'giảm chất lượng ảnh, nén PDF (quét 150–200 dpi), hạ độ phân giải video'],
  'picture-broken':    ['error',   'Ảnh hỏng hoặc bị cắt cụt', 'xin lại ảnh gốc, mở xem được rồi gửi lại'],
  'picture-too-large': ['error',   'Ảnh {detail} điểm, vượt 64 triệu điểm ảnh', 'thu nhỏ ảnh: cạnh dài 4.000 điểm là đủ'],
  animated:            ['error',   'Ảnh động {detail} khung hình: người đọc không dừng được, máy đọc màn hình và người dễ chóng mặt đều khó', 'đổi thành video mp4 (có nút dừng), hoặc lưu một khung hình thành ảnh thường'],
  'picture-position':  ['warning', `Ảnh ghi kèm vị trí chụp (GPS). ${KEPT}`, CLEAN],
  'picture-camera':    ['warning', `Ảnh ghi kèm thông số máy ảnh ({detail}). ${KEPT}`, CLEAN],
  'film-position':     ['warning', `Video ghi kèm nơi quay (GPS). ${KEPT}`, 'tắt ghi vị trí trong ứng dụng máy ảnh, xuất lại video rồi gửi bản mới'],
  'film-coding':       ['warning', 'Video mã hóa H.265 (HEVC), nhiều trình duyệt không phát được', 'xuất lại với mã H.264'],
  'container-broken':  ['error',   'Tệp hỏng hoặc bị cắt cụt, không mở được ({detail})', 'mở tệp bằng đúng chương trình, lưu lại rồi gửi bản mới'],
  macro:               ['error',   'Tệp chứa macro: mã chạy trên máy người tải về ({detail})', 'trong Word, Excel chọn Lưu thành → loại không có macro; tốt nhất xuất ra PDF'],
  'active-x':          ['error',   'Tệp chứa điều khiển ActiveX ({detail})', 'xóa các nút, hộp nhập trong tài liệu, hoặc xuất ra PDF'],
  'embedded-object':   ['error',   'Tệp nhúng tệp khác có thể chạy được ({detail})', 'xóa đối tượng nhúng, thay bằng ảnh hoặc bảng; hoặc xuất ra PDF'],
  'embedded-workbook': ['warning', 'Tệp nhúng nguyên một tệp khác ({detail}); người tải về xem được toàn bộ, kể cả phần không hiện', 'dán biểu đồ dưới dạng hình, hoặc xuất ra PDF'],
  'remote-template':   ['error',   'Tệp tự tải nội dung từ nơi khác khi mở ({detail})', 'gỡ mẫu (template) và đối tượng liên kết ngoài, hoặc xuất ra PDF'],
  bomb:                ['error',   'Tệp nén giãn ra quá lớn, có thể là bẫy', 'không mở; hỏi lại người gửi'],
  'photo-position':    ['error',   'Ảnh trong tài liệu ghi kèm vị trí chụp (GPS); hệ thống không sửa được tài liệu đính kèm ({detail})', 'làm sạch ảnh trước rồi chèn lại; hoặc Word: Tệp → Thông tin → Kiểm tra tài liệu; hoặc in lại ra PDF'],
  locked:              ['warning', 'Tệp đặt mật khẩu hoặc mã hóa: người dân có thể không mở được, máy không soi được bên trong', 'bỏ mật khẩu rồi lưu lại'],
  'pdf-script':        ['error',   'PDF chứa mã JavaScript hoặc biểu mẫu XFA ({detail})', AGAIN_AS_PDF],
  'pdf-launch':        ['error',   'PDF có lệnh mở chương trình, tệp khác hoặc gửi dữ liệu đi ({detail})', AGAIN_AS_PDF],
  'pdf-embedded':      ['error',   'PDF nhúng tệp khác bên trong ({detail})', 'gỡ tệp nhúng; gửi tệp ấy thành tệp đính kèm riêng'],
  'pdf-unseen':        ['warning', 'Một phần PDF nén theo cách lạ, máy không soi được', AGAIN_AS_PDF],
  'pdf-scan':          ['warning', 'PDF chỉ là ảnh chụp trang giấy: máy đọc màn hình và tìm kiếm không đọc được chữ', 'xuất PDF từ tệp Word; nếu chỉ có bản giấy thì nhận dạng chữ (OCR) khi quét'],
  'not-text':          ['error',   'Tệp {extension} không phải văn bản UTF-8', 'Excel: Lưu thành → CSV UTF-8'],
  formula:             ['error',   'Tệp CSV có ô bắt đầu như công thức ({detail}), bảng tính sẽ chạy nó', 'thay công thức bằng giá trị, rồi lưu lại CSV'],
  'not-captions':      ['error',   'Tệp phụ đề không bắt đầu bằng dòng WEBVTT', 'xuất phụ đề ở dạng WebVTT (.vtt)'],
}
