/** Surnames of Vietnam's peoples as they begin names; the commonest cover nearly everybody. */
const SURNAMES: ReadonlySet<string> = new Set(
  (
    'an âu bạch bàn bế bùi cà cái cao chảo châu chử chu chung cù cung cụt diệp doãn dương đàm đàng đào đặng đậu điêu điểu đinh đoàn đỗ đồng ' +
    'đường giang giàng giáp hà hạng hầu hình hoa hoàng hoàng hồ hồng hứa huỳnh kha khổng khương kiều kim kpă ksor kray la lã lạc lại lâm lầu lê ' +
    'liêu lò lô lộc lù lục lữ lương lường lưu lý ly ma mã mạc mai mạnh mẫn mông mùa nay ngân nghiêm ngô ngụy nguyễn nhâm nhan nhữ ninh niê nông ông ' +
    'phạm phan phí phó phù phùng phương quách quan quàng quảng rmah rơ sầm siu sùng tạ tăng tẩn thạch thái thân thào thi thiều tiêu tô tòng tôn tống ' +
    'trà trang trần trang triệu trình trịnh trương từ ty ung vàng vi viên võ vũ vừ vương xa xồng'
  ).split(' '),
)

export const isSurname = (word: string): boolean => SURNAMES.has(word.toLowerCase())

/** Places and peoples whose first word could be a surname. */
export const PLACES: ReadonlySet<string> = new Set([
  'an giang',
  'cao bằng',
  'cao lan',
  'đồng nai',
  'đồng tháp',
  'đồng việt',
  'giang nam',
  'hà giang',
  'hà nam',
  'hà nội',
  'hà tĩnh',
  'hà tiên',
  'hồ chí',
  'kim thành',
  'lạc long',
  'lâm đồng',
  'lý sơn',
  'mai châu',
  'ninh bình',
  'ninh thuận',
  'quảng bình',
  'quảng nam',
  'quảng ngãi',
  'quảng ninh',
  'quảng trị',
  'thái bình',
  'thái nguyên',
  'thạch linh',
  'trà vinh',
  'vàng danh',
])
