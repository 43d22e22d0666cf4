/** A source of numbers in [0, 1): the same seed gives the same numbers on every machine. */
export type Random = () => number

/** Mulberry32, by Tommy Ettinger (public domain): small, fast, and good enough for a corpus. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from `least` to `most`, both possible. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))

export const pick = <T>(random: Random, choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)] as T

const WORDS =
  `phường đường nước người việc ngày tháng năm tổ dân phố khu nhà trường học sinh giáo viên cán bộ công chức đoàn hội
  phụ nữ thanh niên nông nghiệp kinh tế văn hóa xã môi sạch đẹp rác thải cây xanh bờ sông cầu chợ ngõ hẻm đèn điện thoại
  thông tin báo cáo kế hoạch thực hiện tổ chức tham gia phối hợp triển khai kiểm tra hướng dẫn tuyên truyền vận động ủng hộ
  đóng góp xây dựng sửa chữa nâng cấp mở rộng hoàn thành đúng hẹn trả kết quả hồ sơ thủ tục hành chính trực tuyến dịch vụ
  công trình dự án đầu tư ngân sách nguồn vốn diện tích sản lượng vụ mùa lúa rau quả chăn nuôi thủy sản làng nghề truyền
  thống lễ di tích lịch sử bảo tồn phát huy giá trị sức khỏe y trạm tiêm phòng dịch bệnh an toàn giao đô thị
  quy định pháp luật chính sách quyền lợi nghĩa trách nhiệm cộng đồng đoàn kết giúp đỡ hộ nghèo gia đình trẻ em cao
  tuổi thương binh liệt sĩ tri ân khen thưởng thi đua sáng kiến kinh nghiệm mới tốt hơn nhiều các những của và với cho từ
  đến trong ngoài trên dưới trước sau khi đã đang sẽ được không còn cũng cùng dùng vùng chùa thùng`.split(
    /\s+/,
  )

/** Words with a letter that only modern Vietnamese has: no line may look like the older encoding VNI. */
const OPENERS = WORDS.filter((word) => /[\u1EA0-\u1EF9ăđơư]/.test(word))

/** So many Vietnamese-looking words, the first of them with a capital letter. */
export function phrase(random: Random, count: number): string {
  const words = [pick(random, OPENERS)]
  while (words.length < count) {
    const word = pick(random, WORDS)
    // Nobody writes a word twice in a row and lets it stand.
    if (word !== words.at(-1)) words.push(word)
  }
  const text = words.join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What news say in figures: days, hours, sums, papers, and names in quotation marks. */
const FIGURES: readonly ((random: Random) => string)[] = [
  (random) => `ngày ${between(random, 1, 28)}/${between(random, 1, 12)}/${between(random, 2021, 2026)}`,
  (random) => `lúc ${between(random, 7, 16)} giờ 30`,
  (random) => `${between(random, 2, 900)} hộ`,
  (random) => `${between(random, 1, 9)}.${between(random, 100, 999)}.000 đồng`,
  (random) => `đạt ${between(random, 40, 99)},${between(random, 1, 9)}%`,
  (random) => `Quyết định số ${between(random, 10, 999)}/QĐ-UBND`,
  (random) => `phong trào «${phrase(random, 4)}»`,
  (random) => `(năm học ${between(random, 2021, 2026)}-2027)`,
]

export const sentences = (random: Random, count: number): string =>
  Array.from({ length: count }, () => sentence(random)).join(' ')

function sentence(random: Random): string {
  const first = phrase(random, between(random, 6, 12))
  if (random() < 0.2) return `${first}, ${pick(random, FIGURES)(random)}.`
  return random() < 0.5 ? `${first}.` : `${first}, ${phrase(random, between(random, 4, 9)).toLowerCase()}.`
}

/** The Markdown of an article of 200 to 800 words: paragraphs under headings, sometimes a list or a table. */
export function bodyText(random: Random): string {
  const wanted = between(random, 200, 800)
  const blocks: string[] = []
  for (let words = 0; words < wanted; ) {
    const block = blocks.length % 4 === 2 ? `## ${phrase(random, between(random, 3, 7))}` : richBlock(random)
    words += block.split(' ').length
    blocks.push(block)
  }
  return blocks.join('\n\n')
}

function richBlock(random: Random): string {
  const kind = random()
  if (kind < 0.12) return list(random)
  return kind < 0.15 ? table(random) : paragraph(random)
}

const paragraph = (random: Random): string => {
  const text = sentences(random, between(random, 3, 6))
  return random() < 0.3 ? text.replace(/^\S+ \S+ \S+/, '**$&**') : text
}

const list = (random: Random): string =>
  Array.from({ length: between(random, 3, 6) }, () => `- ${phrase(random, between(random, 6, 14))}.`).join(
    '\n',
  )

function table(random: Random): string {
  const row = () => `| ${phrase(random, 3)} | ${between(random, 1, 900)} | ${between(random, 1, 900)} |`
  const rows = Array.from({ length: between(random, 3, 8) }, row)
  return [`| ${phrase(random, 2)} | Số lượng | Đạt |`, '| --- | ---: | ---: |', ...rows].join('\n')
}
