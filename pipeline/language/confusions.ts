import { inCaseOf } from './letters.ts'
import { onlyProse } from './prose.ts'
import type { Remark } from './remark.ts'
import type { Watch } from './watch.ts'
import { watchPhrases } from './watch-phrases.ts'

/**
 * Pairs of words that are right syllables and together never right, and what was meant: hỏi for ngã, s for x, ch for tr. A pair stands
 * here only where no sentence holds it rightly: not «cũng cố» (cũng cố gắng), «xét sử» (xem xét sử dụng), «nghĩ học» (nghĩ học là vui).
 */
const PAIRS = `
xữ lý=xử lý|xữ lí=xử lí|xữ phạt=xử phạt|xữ dụng=sử dụng|xử dụng=sử dụng|sữ dụng=sử dụng|sử lý=xử lý
bổ xung=bổ sung|bỗ sung=bổ sung|xắp xếp=sắp xếp|sắp sếp=sắp xếp|xắp sếp=sắp xếp|sát nhập=sáp nhập
chia sẽ=chia sẻ|chuẩn đoán=chẩn đoán|thăm quan=tham quan|vô hình chung=vô hình trung|tựu chung=tựu trung|cọ sát=cọ xát
suất sắc=xuất sắc|xuất xắc=xuất sắc|suất xắc=xuất sắc|sản suất=sản xuất|xản xuất=sản xuất
trãi qua=trải qua|trãi nghiệm=trải nghiệm|suôn sẽ=suôn sẻ|mạnh mẻ=mạnh mẽ|sạch sẻ=sạch sẽ|chặc chẽ=chặt chẽ
kỹ niệm=kỷ niệm|kỹ cương=kỷ cương|kỷ thuật=kỹ thuật|kỷ sư=kỹ sư|kỷ lưỡng=kỹ lưỡng
nổ lực=nỗ lực|sôi nỗi=sôi nổi|sữa chữa=sửa chữa|sửa chửa=sửa chữa|sữa chửa=sửa chữa|chỉnh sữa=chỉnh sửa|tu sữa=tu sửa
phát biễu=phát biểu|tiêu biễu=tiêu biểu|đại biễu=đại biểu|biễu quyết=biểu quyết|biễu dương=biểu dương|biễu diễn=biểu diễn|biểu diển=biểu diễn
đãng viên=đảng viên|đãng bộ=đảng bộ|đãng ủy=đảng ủy|tập thễ=tập thể|cụ thễ=cụ thể|thễ thao=thể thao|thễ hiện=thể hiện|có thễ=có thể|đoàn thễ=đoàn thể
địa điễm=địa điểm|thời điễm=thời điểm|dứt điễm=dứt điểm|quan điễm=quan điểm|trọng điễm=trọng điểm|đặc điễm=đặc điểm
kết quã=kết quả|hiệu quã=hiệu quả|quãn lý=quản lý|quãng cáo=quảng cáo|bão đảm=bảo đảm|đãm bảo=đảm bảo|thông bão=thông báo
giãi quyết=giải quyết|giãi pháp=giải pháp|giãi phóng=giải phóng|giãm nghèo=giảm nghèo|giãm thiểu=giảm thiểu
ũng hộ=ủng hộ|ũy ban=ủy ban|tồ chức=tổ chức|tỗ chức=tổ chức|tỗng kết=tổng kết|tỗng số=tổng số
phổ biền=phổ biến|phỗ biến=phổ biến|thay đỗi=thay đổi|chuyễn đổi=chuyển đổi|vận chuyễn=vận chuyển|phát triễn=phát triển|triễn khai=triển khai
triên khai=triển khai|phát triên=phát triển|tuyễn sinh=tuyển sinh|tuyễn dụng=tuyển dụng|hướng dẩn=hướng dẫn|dẩn đến=dẫn đến
mâu thuẩn=mâu thuẫn|tiêu chuẫn=tiêu chuẩn|chuẫn bị=chuẩn bị|khẫn trương=khẩn trương|khẫn cấp=khẩn cấp|thực phẫm=thực phẩm|sản phẫm=sản phẩm
lảnh đạo=lãnh đạo|bải bỏ=bãi bỏ|mổi người=mỗi người|mổi năm=mỗi năm|mổi hộ=mỗi hộ|mổi ngày=mỗi ngày|gìn giử=gìn giữ|giử gìn=giữ gìn|giử vững=giữ vững
lưu trử=lưu trữ|dự trử=dự trữ|dự chữ=dự trữ|hổ trợ=hỗ trợ|vĩa hè=vỉa hè|tĩnh ủy=tỉnh ủy|cấp tĩnh=cấp tỉnh
tín ngưởng=tín ngưỡng|ngưởng mộ=ngưỡng mộ|bồi dưởng=bồi dưỡng|chất lượn=chất lượng|số lượn=số lượng|lực lượn=lực lượng
khuyến cao=khuyến cáo|xuông cấp=xuống cấp|suống cấp=xuống cấp|tuyên truyên=tuyên truyền|trật tư=trật tự|hành chinh=hành chính
tiêm trủng=tiêm chủng|trủ trì=chủ trì|chủ chì=chủ trì|chương chình=chương trình|chuyền thống=truyền thống|trú trọng=chú trọng
chăn nuồi=chăn nuôi|chồng trọt=trồng trọt|trồng chọt=trồng trọt|giành thời gian=dành thời gian|rà xoát=rà soát|kiểm xoát=kiểm soát
xạch đẹp=sạch đẹp|học xinh=học sinh|vệ xinh=vệ sinh|khảo xát=khảo sát|giám xát=giám sát|xâu sắc=sâu sắc
hưỡng ứng=hưởng ứng|hoạt đông=hoạt động|vân động=vận động|cãi cách=cải cách|đảm bão=đảm bảo|kỷ năng=kỹ năng|chính phũ=chính phủ
mặt bàng=mặt bằng|phụ nử=phụ nữ|khai giãng=khai giảng|thực hiên=thực hiện|kế hoach=kế hoạch|thủ tuc=thủ tục|giáo duc=giáo dục|dich bệnh=dịch bệnh
quy đinh=quy định|quyết đinh=quyết định|xác đinh=xác định|nghị đinh=nghị định|thành phô=thành phố|kinh tê=kinh tế|phap luật=pháp luật
trach nhiệm=trách nhiệm|nhiêm vụ=nhiệm vụ|nghiên cưu=nghiên cứu|hiêu quả=hiệu quả|điêu kiện=điều kiện
xây rựng=xây dựng|sây dựng=xây dựng|sã hội=xã hội
`

const MEANT: ReadonlyMap<string, string> = new Map(
  PAIRS.trim()
    .split(/[|\n]/)
    .map((pair) => pair.split('=') as [string, string]),
)

/** The first letter may be a capital at the head of a sentence. */
const WRITTEN = [...MEANT.keys()].flatMap((pair) => [pair, `${pair[0]?.toUpperCase()}${pair.slice(1)}`])
const ANY = new RegExp(WRITTEN.join('|'), 'g')

/** What a quick scan waits for: whatever `confusedWords` finds holds one of these. */
export const CONFUSED_WATCH: Watch = watchPhrases(WRITTEN.map((written) => ({ written })))
/** Where the same two words are the end of one word and the beginning of another: «giám sát nhập khẩu», «đồng hành chinh phục». */
// biome-ignore format: a table
const RIGHT_HERE: readonly (readonly [pair: RegExp, behind: RegExp | undefined, before: RegExp | undefined])[] = [
  [/^sử lý/,          /(?:lịch|tiểu|quốc|dã|chính|thông|môn) $/iu,                    undefined],
  [/^nổ lực/,         undefined,                                                      /^ lượng/u],
  [/^sát nhập/,       /(?:giám|quan|khảo|kiểm|chính|trinh|cảnh|thị|mật|áp) $/iu,      undefined],
  [/^hành chinh/,     /(?:đồng|tiến|vận|xuất|khởi|hiện|thực|bộ) $/iu,                 /^ (?:phục|chiến|phạt)/u],
  [/^trú trọng/,      /(?:cư|tạm|thường|lưu|đồn) $/iu,                                /^ (?:điểm|tâm|tài)/u],
  [/^chuyền thống/,   /(?:bóng|dây) $/iu,                                             /^ nhất/u],
  [/^thăm quan/,      undefined,                                                      /^ (?:chức|khách|viên|hệ)/u],
  [/^chia sẽ/,        /(?:được|bị|phân) $/iu,                                         undefined],
  [/^giành thời/,     /tranh $/iu,                                                    undefined],
  [/^sữa ch[ửữ]a/,    /(?:uống|bú|dòng|mẹ|bò) $/iu,                                   /^ (?:bệnh|lành)/u],
  [/^hoạt đông/,      /(?:sinh|linh) $/iu,                                            /^ (?:đảo|đủ|vui|nhất|khách|người)/u],
  [/^cãi cách/,       undefined,                                                      /^ (?:nào|gì|này|ấy|đó)/u],
  [/^kỷ năng/,        /(?:thế|nguyên|niên|thập) $/iu,                                 undefined],
  [/^chính phũ/,      undefined,                                                      /^ phàng/u],
  [/^mặt bàng/,       undefined,                                                      /^ (?:hoàng|bạc)/u],
  [/^thực hiên/,      undefined,                                                      /^ ngang/u],
  [/^thành phô/,      undefined,                                                      /^ (?:trương|bày|diễn)/u],
  [/^kinh tê/,        /(?:thần) $/iu,                                                 /^ (?:liệt|bì|buốt|cóng)/u],
  [/^vô hình chung/,  /(?:sản|trị) $/iu,                                              undefined],
]

/** «Nguyễn Trãi qua thơ»: a capital inside a sentence begins the name of somebody, unless an office is written so. */
const BEGINS_CAPITAL = /(?:^|[.!?…:;“«"(\n*#>–-])\s*$/u
const OF_AN_OFFICE = /^(?:Ũy|Đãng|Tĩnh) /u

const isRightHere = (pair: string, before: string, after: string): boolean =>
  RIGHT_HERE.some(
    ([which, behind, ahead]) => which.test(pair) && (behind?.test(before) || ahead?.test(after) || false),
  )

/** Two right syllables that are no word together. */
export function confusedWords(text: string): Remark[] {
  if (text.search(ANY) < 0) return []
  const prose = onlyProse(text)
  return [...prose.matchAll(ANY)].flatMap(({ 0: written, index: start }): Remark[] => {
    const meant = MEANT.get(written.toLowerCase()) as string
    const before = prose.slice(Math.max(0, start - 8), start)
    const after = prose.slice(start + written.length, start + written.length + 8)
    if (/[\p{L}\d]$/u.test(before) || /^[\p{L}\d]/u.test(after)) return []
    if (/^\p{Lu}/u.test(written) && !BEGINS_CAPITAL.test(before) && !OF_AN_OFFICE.test(written)) return []
    if (isRightHere(written.toLowerCase(), before, after)) return []
    const instead = inCaseOf(written[0] as string, meant)
    return [
      {
        kind: 'spelling',
        start,
        written,
        problem: `«${written}» là lỗi lẫn chữ thường gặp`,
        fix: `viết «${instead}»`,
        instead,
      },
    ]
  })
}
