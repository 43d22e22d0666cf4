// Generated from schemas/ by pipeline/contract/generate-types.ts. Do not edit; run `npm run types`.

export interface ApiChanges {
  $schema: string
  complete: boolean
  changes: {
    at: string
    change: 'published' | 'revised'
    id: string
    href: string
    title: string
    kind:
      | 'tin-su-kien'
      | 'hoi-nghi'
      | 'bai-viet'
      | 'van-ban'
      | 'van-ban-lien-quan'
      | 'pho-bien-phap-luat'
      | 'quy-hoach-du-an'
      | 'thong-ke'
      | 'hoi-dap'
      | 'du-thao'
      | 'tin-tham-khao'
      | 'quang-ba'
      | 'trang'
    documents: string
  }[]
}

export interface ApiDocuments {
  $schema: string
  month: string
  documents: {
    id: string
    href: string
    kind:
      | 'tin-su-kien'
      | 'hoi-nghi'
      | 'bai-viet'
      | 'van-ban'
      | 'van-ban-lien-quan'
      | 'pho-bien-phap-luat'
      | 'quy-hoach-du-an'
      | 'thong-ke'
      | 'hoi-dap'
      | 'du-thao'
      | 'tin-tham-khao'
      | 'quang-ba'
      | 'trang'
    kindLabel: string
    title: string
    label?: string
    summary?: string
    language: 'vi' | 'en'
    section?: {
      id: string
      label: string
    }
    linhVuc?: {
      id: string
      label: string
    }
    author?: string
    source?: string
    sourceUrl?: string
    unit?: {
      id: string
      label: string
    }
    published: string
    modified: string
    event?: string
    image?: {
      href: string
      alt: string
      width: number
      height: number
    }
    attachments?: {
      href: string
      title: string
      mediaType: string
    }[]
    legal?: {
      draft: boolean
      number?: string
      documentType?: string
      issuer?: string
      signer?: string
      signed?: string
      promulgated?: string
      effective?: string
      expiry?: string
      force?: 'not-yet' | 'in-force' | 'expired' | 'replaced'
      replaces?: string[]
      replacedBy?: string[]
      amendedBy?: string[]
      opens?: string
      closes?: string
    }
    question?: {
      status: 'answered' | 'outOfField' | 'noticed' | 'forwarded' | 'pending'
      number?: number
      promised?: string
      received?: string
      answered?: string
      answeredBy?: {
        id: string
        label: string
      }
    }
    updates?: {
      date: string
      note: string
    }[]
  }[]
}

export interface ApiIndex {
  $schema: string
  version: '1.0'
  generatedFor: string
  portal: {
    id: string
    code: string
    name: string
    href: string
    status: 'active' | 'archived' | 'not-yet'
    sample: boolean
    languages: ('vi' | 'en')[]
    parentPortal?: string
  }
  rights?: string
  counts: {
    documents: number
    news: number
    legalDocuments: number
    questions: number
    pages: number
  }
  links: {
    organization: string
    sections: string
    linhVuc: string
    changes: string
    openapi: string
    documentation: string
    atom: string
    jsonFeed: string
  }
  months: {
    month: string
    href: string
    count: number
    modified: string
  }[]
  schemas: {
    index: string
    organization: string
    sections: string
    linhVuc: string
    documents: string
    changes: string
  }
}

export interface ApiLinhVuc {
  $schema: string
  linhVuc: {
    id: string
    label: string
    count: number
    href?: string
  }[]
}

export interface ApiOrganization {
  $schema: string
  id: string
  name: string
  portalName: string
  unit: {
    level: 'xa' | 'phuong' | 'thi-tran' | 'huyen'
    name: string
    district?: string
    province: string
  }
  responsible: string
  address: string
  phone?: string
  email?: string
  english?: {
    name: string
    unitName: string
    owner: string
    address: string
  }
  regulation: {
    title: string
    shortName: string
    href: string
  }
  parentPortal?: string
  links: {
    title: string
    url: string
  }[]
}

export interface ApiSections {
  $schema: string
  sections: {
    id: string
    label: string
    count: number
    href?: string
    description?: string
    mandatory: boolean
    atom?: string
    jsonFeed?: string
  }[]
}

export interface BanBienTap {
  portal: string
  board: {
    name: string
    basis: string | string[]
  }
  members: {
    id: string
    label: string
    type: 'role' | 'unit'
    holder?: string
    max?: number
    seats?: number
    writes: boolean
    accounts: string[]
    mayDelegateTo?: string[]
    basis?: string | string[]
    assumption?: string
  }[]
  people?: {
    id: string
    bylines: string[]
    member: string
    account?: string
    collaborator?: boolean
    collective?: boolean
    from?: string
    to?: string
  }[]
  administrators: string[]
  delegations: {
    from: string
    to: string
    validFrom: string
    validTo: string
    linhVuc?: string[]
    sections?: string[]
    document: string
  }[]
}

export interface ChamNhuanBut {
  portal: string
  month: string
  sample?: boolean
  scores: {
    path: string
    by: string
    account?: string
    date: string
    items?: {
      genre: string
      person?: string
      coefficient?: number
      count?: number
    }[]
    skip?: string
    newWork?: boolean
    remarks?: string
  }[]
}

export interface Cong {
  id: string
  name: string
  kind: 'cong' | 'trang'
  unit: {
    level: 'xa' | 'phuong' | 'thi-tran' | 'huyen'
    name: string
    district?: string
    province: string
  }
  owner: string
  baseUrl: string | null
  statedUrl: string
  parentPortal?: string
  languages: ('vi' | 'en')[]
  contacts: {
    responsible: string
    address: string
    phone?: string
    email?: string
    security?: string
  }
  links?: {
    title: string
    url: string
  }[]
  english?: {
    name: string
    unitName: string
    owner: string
    address: string
  }
  emblem?: 'huy-hieu.png' | 'huy-hieu.webp'
  accent?: string
  spelling?: {
    tone?: 'hòa' | 'hoà'
    words?: string[]
    names?: {
      right: string
      wrong: string[]
    }[]
    abbreviations?: {
      short: string
      full: string
      wrong?: string[]
      spellOut?: boolean
    }[]
    longestSentence?: number
  }
  editor?: {
    repository?: string
    signInAt?: string
  }
  redirects?: {
    from: string
    to: string
  }[]
  lifecycle: {
    status: 'active' | 'archived' | 'merged'
    from: string
    reason: string
    successors?: (
      | string
      | {
          name: string
          url: string
        }
    )[]
    movedTo?: string
  }[]
  sample?: {
    now: string
    record: 'nhat-ky-xuat-ban.yaml'
  }
}

export interface Diagnostics {
  checked: number
  diagnostics: {
    file: string
    line: number
    column: number
    rule: string
    severity: 'error' | 'warning' | 'info'
    problem: string
    fix: string
    law?: string
    fixable: boolean
  }[]
}

export interface DonViCu {
  validFrom: string
  documents: {
    id: string
    number: string
    date?: string
    title: string
    source: string
  }[]
  kinds?: {
    kind: string
    now: string
    document: string
  }[]
  units: {
    old: string[]
    now: string[]
    within?: string
    document: string
    note?: string
  }[]
}

export interface Due {
  portal: string
  kind:
    | 'tin-su-kien'
    | 'hoi-nghi'
    | 'bai-viet'
    | 'van-ban'
    | 'van-ban-lien-quan'
    | 'pho-bien-phap-luat'
    | 'quy-hoach-du-an'
    | 'thong-ke'
    | 'hoi-dap'
    | 'du-thao'
    | 'tin-tham-khao'
    | 'quang-ba'
    | 'trang'
  trigger: string
  due: string | null
  dueDay: string | null
  unit: 'officeHour' | 'workingDay' | 'immediate' | 'none'
  clause: string | null
  provisional: boolean
  state: 'due' | 'no-deadline' | 'not-applicable'
  citation: string | null
  explanation: string
}

export interface BaiViet {
  title: string
  kind: 'bai-viet'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  intake?: {
    received: string
    channel?: string
    issue?: number
  }
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  gallery?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }[]
  audio?: {
    file: string
    title: string
    transcript: string
  }
  video?: {
    file: string
    title: string
    poster?: string
    captions?: string
    transcript: string
  }
  eventDate?: string
}

export interface DuThao {
  title: string
  kind: 'du-thao'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  intake?: {
    received: string
    channel?: string
    issue?: number
  }
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  documentType?: string
  issuer?: string
  openDate: string
  closeDate: string
  receiveAt: string
}

export interface HoiDap {
  title: string
  kind: 'hoi-dap'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  number?: number
  fromIssue?: number
  receivedDate?: string
  question: string
  askedBy?: string
  answeredBy?: string
  answeredDate?: string
  forwardedTo?: string
  forwardedDate?: string
  progressNotice?: {
    sentDate: string
    promisedDate?: string
    text?: string
  }
  furtherNotices?: {
    sentDate: string
    promisedDate: string
    reason: string
    text?: string
  }[]
  outOfField?: boolean
  toldDate?: string
  competentAuthority?: string
  generalInterest?: boolean
}

export interface HoiNghi {
  title: string
  kind: 'hoi-nghi'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  intake?: {
    received: string
    channel?: string
    issue?: number
  }
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  gallery?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }[]
  audio?: {
    file: string
    title: string
    transcript: string
  }
  video?: {
    file: string
    title: string
    poster?: string
    captions?: string
    transcript: string
  }
  eventDate?: string
  eventEnd?: string
  place?: string
}

export interface PhoBienPhapLuat {
  title: string
  kind: 'pho-bien-phap-luat'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  intake?: {
    received: string
    channel?: string
    issue?: number
  }
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  gallery?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }[]
  audio?: {
    file: string
    title: string
    transcript: string
  }
  video?: {
    file: string
    title: string
    poster?: string
    captions?: string
    transcript: string
  }
  promulgatedDate?: string
  document?: string
}

export interface QuangBa {
  title: string
  kind: 'quang-ba'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  gallery?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }[]
  audio?: {
    file: string
    title: string
    transcript: string
  }
  video?: {
    file: string
    title: string
    poster?: string
    captions?: string
    transcript: string
  }
  expiryDate?: string
  advertiser: string
  writtenApproval?: {
    number: string
    date: string
    authority: string
  }
}

export interface QuyHoachDuAn {
  title: string
  kind: 'quy-hoach-du-an'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  intake?: {
    received: string
    channel?: string
    issue?: number
  }
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  gallery?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }[]
  audio?: {
    file: string
    title: string
    transcript: string
  }
  video?: {
    file: string
    title: string
    poster?: string
    captions?: string
    transcript: string
  }
  approvedDate?: string
  number?: string
  project?: {
    name: string
    objective: string
    field: string
    group: string
    duration: string
    funding: string
  }
}

export interface ThongKe {
  title: string
  kind: 'thong-ke'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  intake?: {
    received: string
    channel?: string
    issue?: number
  }
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  gallery?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }[]
  audio?: {
    file: string
    title: string
    transcript: string
  }
  video?: {
    file: string
    title: string
    poster?: string
    captions?: string
    transcript: string
  }
  decidedDate?: string
  sentDate?: string
  period?: string
}

export interface TinSuKien {
  title: string
  kind: 'tin-su-kien'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  intake?: {
    received: string
    channel?: string
    issue?: number
  }
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  gallery?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }[]
  audio?: {
    file: string
    title: string
    transcript: string
  }
  video?: {
    file: string
    title: string
    poster?: string
    captions?: string
    transcript: string
  }
  eventDate?: string
  eventEnd?: string
  place?: string
}

export interface TinThamKhao {
  title: string
  kind: 'tin-tham-khao'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation: 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  gallery?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }[]
  audio?: {
    file: string
    title: string
    transcript: string
  }
  video?: {
    file: string
    title: string
    poster?: string
    captions?: string
    transcript: string
  }
  eventDate?: string
}

export interface Trang {
  title: string
  kind: 'trang'
  section?: string
  linhVuc?: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  summary: string
  language?: 'vi' | 'en'
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  originalWork?: boolean
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  order?: number
  translationOf?: string
  contacts?: {
    name: string
    position: string
    unit: string
    phone: string
    email: string
  }[]
  schedule?: {
    date: string
    from?: string
    to?: string
    what: string
    who: string
    where: string
    note?: string
  }[]
  organisation?: {
    name: string
    role?: string
    head?: string
    phone?: string
    email?: string
    children?: {
      name: string
      role?: string
      head?: string
      phone?: string
      email?: string
      children?: {
        name: string
        role?: string
        head?: string
        phone?: string
        email?: string
        children?: {
          name: string
          role?: string
          head?: string
          phone?: string
          email?: string
        }[]
      }[]
    }[]
  }
  procedures?: {
    name: string
    field?: string
    level?: 'toan-trinh' | 'mot-phan' | 'thong-tin' | 'muc-do-2' | 'muc-do-3' | 'muc-do-4'
    timeLimit?: string
    fee?: string
    url?: string
  }[]
}

export interface VanBanLienQuan {
  title: string
  kind: 'van-ban-lien-quan'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  intake?: {
    received: string
    channel?: string
    issue?: number
  }
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  number: string
  documentType: string
  issuer: string
  signedDate?: string
  promulgatedDate?: string
  effectiveDate?: string
  expiryDate?: string
  signer?: string
  replaces?: string[]
  replacedBy?: string[]
  amendedBy?: string[]
}

export interface VanBan {
  title: string
  kind: 'van-ban'
  linhVuc: string
  section: string
  author?: string
  submittedBy?: string
  source?: string
  sourceType?: 'trung-uong-tinh' | 'huyen' | 'phong-don-vi' | 'cong-tac-vien' | 'suu-tam'
  sourceUrl?: string
  summary: string
  language?: 'vi' | 'en'
  lateReason?: string
  released?: {
    what:
      | 'so-dien-thoai'
      | 'thu-dien-tu'
      | 'so-can-cuoc'
      | 'so-chung-minh'
      | 'so-tai-khoan'
      | 'dia-chi-nha'
      | 'ho-ten'
      | 'ngay-sinh'
      | 'ten-tre-em'
    by: string
    file?: string
    reason: string
  }[]
  confirmation?: 'da-xac-nhan' | 'chua-xac-nhan'
  originalWork?: boolean
  collaborator?: boolean
  intake?: {
    received: string
    channel?: string
    issue?: number
  }
  updates?: {
    date: string
    note: string
  }[]
  image?: {
    file: string
    alt: string
    caption?: string
    credit?: string
  }
  attachments?: {
    file: string
    title: string
  }[]
  number: string
  documentType: string
  issuer: string
  signedDate?: string
  promulgatedDate?: string
  effectiveDate?: string
  expiryDate?: string
  signer?: string
  replaces?: string[]
  replacedBy?: string[]
  amendedBy?: string[]
}

export interface GioHanhChinh {
  id: string
  label: string
  status: 'announced' | 'derived'
  source: string
  assumption?: string
  periods: {
    validFrom: string
    validTo?: string
    season?: {
      from: string
      to: string
    }
    sessions: {
      from: string
      to: string
    }[]
    source?: string
  }[]
}

export interface GoBo {
  number: number
  path: string
  title: string
  takenDownAt: string
  by: string
  ground: string
  decidedBy: string
  breach: boolean
  putBackAt?: string
  remarks?: string
}

export interface HoSo {
  portal: string
  pull: number
  opened: string
  head: string
  merge: string
  base: string
  merged: string
  mergedBy?: string
  deployed?: string
  writers: string[]
  documents: {
    path: string
    blob?: string
    removed?: true
  }[]
  approvals: {
    account: string
    member: string
    stage: string
    at: string
    revision: string
    clauses?: string[]
    delegate?: string
    delegation?: string
    paths?: string[]
  }[]
  returns: {
    account: string
    member?: string
    at: string
  }[]
  verdict: 'sufficient' | 'insufficient'
  signature: {
    key: string
    value: string
  }
}

export interface KhoaHoSo {
  portal: string
  keys: {
    id: string
    key: string
    validFrom: string
    validTo?: string
    note?: string
  }[]
}

export interface LichNghi {
  year: number
  documents: {
    id: string
    number?: string
    date?: string
    title: string
    source?: string
  }[]
  off: {
    date: string
    name: string
    reason: 'statutory' | 'compensation' | 'swap'
    status: 'announced' | 'derived'
    document: string
  }[]
  makeUp: {
    date: string
    insteadOf: string
    status: 'announced' | 'derived'
    document: string
  }[]
}

export interface LuongCoSo {
  validFrom: string
  amount: number
  status: 'announced' | 'derived'
  document: {
    number: string
    date?: string
    title: string
    source: string
  }
}

export interface NghiaVu {
  portal: string
  year: number
  done: {
    duty: string
    period: string
    doneOn: string
    document: string
    remarks?: string
  }[]
}

export interface NhatKyXuatBan {
  portal: string
  published: {
    path: string
    at: string
    submitted?: string
    approvals?: {
      by: string
      stage: string
      at: string
    }[]
    deployed?: string
  }[]
  removed?: {
    path: string
    at: string
  }[]
  revised?: {
    path: string
    at: string
  }[]
}

export interface NhuanBut {
  portal: string
  validFrom: string
  sample?: boolean
  decision: {
    number: string
    date?: string
    title: string
    issuer?: string
  }
  basis?: string | string[]
  assumption?: string
  unit: {
    percentOfBase?: number
    dong?: number
    source: string
    status: 'announced' | 'derived'
  }
  scoredBy: string[]
  compiledBy: string
  accountant?: string
  approvedBy: string
  payWithin?: {
    days: number
    source: string
    status: 'announced' | 'derived'
  }
  rounding: 1 | 100 | 500 | 1000
  genres: {
    id: string
    label: string
    role: 'author' | 'photographer' | 'editor' | 'collector' | 'approver'
    kinds: (
      | 'tin-su-kien'
      | 'hoi-nghi'
      | 'bai-viet'
      | 'van-ban'
      | 'van-ban-lien-quan'
      | 'pho-bien-phap-luat'
      | 'quy-hoach-du-an'
      | 'thong-ke'
      | 'hoi-dap'
      | 'du-thao'
      | 'tin-tham-khao'
      | 'quang-ba'
      | 'trang'
    )[]
    only?: 'collaborators'
    onlyBasis?: string | string[]
    coefficient?: {
      min: number
      max: number
    }
    fixed?: number
    percentOfAuthor?: number
    ceiling?: number
    source: string
    status: 'announced' | 'derived'
  }[]
  ceilings?: {
    work?: number
    personMonth?: number
    month?: number
  }
  unpaid: {
    kinds: (
      | 'tin-su-kien'
      | 'hoi-nghi'
      | 'bai-viet'
      | 'van-ban'
      | 'van-ban-lien-quan'
      | 'pho-bien-phap-luat'
      | 'quy-hoach-du-an'
      | 'thong-ke'
      | 'hoi-dap'
      | 'du-thao'
      | 'tin-tham-khao'
      | 'quang-ba'
      | 'trang'
    )[]
    reason: string
  }[]
}

export interface Paper {
  format: 'congbo-paper-1'
  portal: {
    id: string
    name: string
  }
  genre: string
  title: string
  period: string
  asOf: string
  sample: boolean
  letter: {
    authorityAbove?: string
    authority: string
    number?: string
    symbol: string
    place: string
    date: string | null
    recipients: string[]
    grounds: string[]
    signers: {
      capacity?: string
      office: string
    }[]
    copies: string[]
  }
  blocks: (
    | {
        type: 'heading'
        level: 1 | 2 | 3
        mark: string
        text: string
      }
    | {
        type: 'paragraph'
        text: string
      }
    | {
        type: 'list'
        entries: string[]
      }
    | {
        type: 'table'
        number: number
        id: string
        title: string
        ground?: string
        columns: {
          id: string
          label: string
          type: 'text' | 'integer' | 'dong' | 'decimal' | 'share' | 'day' | 'instant' | 'minutes' | 'none'
        }[]
        rows: {
          id: string
          figures: {
            type?: 'text' | 'integer' | 'dong' | 'decimal' | 'share' | 'day' | 'instant' | 'minutes' | 'none'
            value:
              | string
              | number
              | null
              | {
                  part: number
                  whole: number
                }
            items?: string[]
          }[]
        }[]
        total?: {
          id: string
          figures: {
            type?: 'text' | 'integer' | 'dong' | 'decimal' | 'share' | 'day' | 'instant' | 'minutes' | 'none'
            value:
              | string
              | number
              | null
              | {
                  part: number
                  whole: number
                }
            items?: string[]
          }[]
        }
        note?: string
        empty: string
      }
    | {
        type: 'chart'
        number: number
        id: string
        title: string
        kind: 'bar' | 'stacked' | 'line'
        table: string
        columns: string[]
      }
  )[]
  catalogue: {
    title: string
    label: string
    columns: {
      id: string
      label: string
      type: 'text' | 'integer' | 'dong' | 'decimal' | 'share' | 'day' | 'instant' | 'minutes' | 'none'
    }[]
    items: {
      id: string
      title: string
      address?: string
      cells: {
        type?: 'text' | 'integer' | 'dong' | 'decimal' | 'share' | 'day' | 'instant' | 'minutes' | 'none'
        value:
          | string
          | number
          | null
          | {
              part: number
              whole: number
            }
        items?: string[]
      }[]
    }[]
  }
}

export interface QuyChe {
  portal: string
  title: string
  shortName: string
  issuer: string
  number: string | null
  signedDate: string | null
  note?: string
  effectiveFrom: {
    date: string | null
    basis?: string | string[]
    assumption?: string
  }
  supersedes?: {
    number: string
    date: string
    basis?: string | string[]
    assumption?: string
  }[]
  legalBases: {
    title: string
    number?: string
    date?: string
    lapsedOn?: string
    note?: string
  }[]
  externalRules?: {
    title: string
    basis?: string | string[]
    assumption?: string
  }[]
  errata: {
    ref: string
    found: string
    suggested?: string
    severity: 'info' | 'warn' | 'block'
  }[]
  languages: {
    default: 'vi' | 'en'
    allowed: ('vi' | 'en')[]
    englishKinds?: (
      | 'tin-su-kien'
      | 'hoi-nghi'
      | 'bai-viet'
      | 'van-ban'
      | 'van-ban-lien-quan'
      | 'pho-bien-phap-luat'
      | 'quy-hoach-du-an'
      | 'thong-ke'
      | 'hoi-dap'
      | 'du-thao'
      | 'tin-tham-khao'
      | 'quang-ba'
      | 'trang'
    )[]
    basis?: string | string[]
    assumption?: string
  }
  encoding: {
    standard: string
    severity: 'error' | 'warning'
    basis?: string | string[]
    assumption?: string
  }
  calendar: {
    officeHours: string
    makeUpDays?: 'working' | 'off'
    basis?: string | string[]
    assumption?: string
  }
  linhVuc: {
    id: string
    label: string
    approver: string
    basis?: string | string[]
    assumption?: string
  }[]
  sections: {
    id: string
    label: string
    description?: string
    mandatory: boolean
    approver?: string
    coOwner?: string
    suppliers?: string[]
    kinds?: (
      | 'tin-su-kien'
      | 'hoi-nghi'
      | 'bai-viet'
      | 'van-ban'
      | 'van-ban-lien-quan'
      | 'pho-bien-phap-luat'
      | 'quy-hoach-du-an'
      | 'thong-ke'
      | 'hoi-dap'
      | 'du-thao'
      | 'tin-tham-khao'
      | 'quang-ba'
      | 'trang'
    )[]
    basis?: string | string[]
    assumption?: string
  }[]
  kinds: {
    id:
      | 'tin-su-kien'
      | 'hoi-nghi'
      | 'bai-viet'
      | 'van-ban'
      | 'van-ban-lien-quan'
      | 'pho-bien-phap-luat'
      | 'quy-hoach-du-an'
      | 'thong-ke'
      | 'hoi-dap'
      | 'du-thao'
      | 'tin-tham-khao'
      | 'quang-ba'
      | 'trang'
    label: string
    basis?: string | string[]
    assumption?: string
  }[]
  requiredFields: {
    field: string
    kinds?: (
      | 'tin-su-kien'
      | 'hoi-nghi'
      | 'bai-viet'
      | 'van-ban'
      | 'van-ban-lien-quan'
      | 'pho-bien-phap-luat'
      | 'quy-hoach-du-an'
      | 'thong-ke'
      | 'hoi-dap'
      | 'du-thao'
      | 'tin-tham-khao'
      | 'quang-ba'
      | 'trang'
    )[]
    mustBeTrue?: boolean
    when?: {
      field: string
      equals: string
    }
    basis?: string | string[]
    assumption?: string
  }[]
  deadlines: {
    id: string
    label: string
    kinds: (
      | 'tin-su-kien'
      | 'hoi-nghi'
      | 'bai-viet'
      | 'van-ban'
      | 'van-ban-lien-quan'
      | 'pho-bien-phap-luat'
      | 'quy-hoach-du-an'
      | 'thong-ke'
      | 'hoi-dap'
      | 'du-thao'
      | 'tin-tham-khao'
      | 'quang-ba'
      | 'trang'
    )[]
    when?: {
      sections?: string[]
      linhVuc?: string[]
      outOfField?: boolean
    }
    trigger?:
      | 'eventDate'
      | 'eventEnd'
      | 'signedDate'
      | 'promulgatedDate'
      | 'approvedDate'
      | 'receivedDate'
      | 'decidedDate'
      | 'sentDate'
    limit:
      | {
          amount: number
          unit: 'officeHour' | 'workingDay'
        }
      | {
          unit: 'immediate' | 'none'
        }
    duty: 'publish' | 'reply' | 'progressOrReply'
    basis?: string | string[]
    assumption?: string
  }[]
  atRisk: {
    elapsed: number
    ask?: number
    basis?: string | string[]
    assumption?: string
  }
  approval: {
    stages: {
      id: string
      label: string
      kinds?: (
        | 'tin-su-kien'
        | 'hoi-nghi'
        | 'bai-viet'
        | 'van-ban'
        | 'van-ban-lien-quan'
        | 'pho-bien-phap-luat'
        | 'quy-hoach-du-an'
        | 'thong-ke'
        | 'hoi-dap'
        | 'du-thao'
        | 'tin-tham-khao'
        | 'quang-ba'
        | 'trang'
      )[]
      approvers: string[]
      escalateTo?: string
      basis?: string | string[]
      assumption?: string
    }[]
    delegation: {
      allowed: boolean
      basis?: string | string[]
      assumption?: string
    }
    governance: {
      approvers: string[]
      basis?: string | string[]
      assumption?: string
    }
    postReview?: {
      by: string
      escalateTo?: string
      basis?: string | string[]
      assumption?: string
    }[]
  }
  content: {
    mediaTypes?: {
      values: ('text' | 'audio' | 'image' | 'video' | 'graphics')[]
      basis?: string | string[]
      assumption?: string
    }
    prohibited?: {
      id: string
      says: string
      check: 'automatic' | 'reviewer'
      basis?: string | string[]
      assumption?: string
    }[]
    unconfirmed?: {
      section: string
      label: string
      basis?: string | string[]
      assumption?: string
    }
    originality?: {
      thirdPartyReposts: 'deny'
      kinds: (
        | 'tin-su-kien'
        | 'hoi-nghi'
        | 'bai-viet'
        | 'van-ban'
        | 'van-ban-lien-quan'
        | 'pho-bien-phap-luat'
        | 'quy-hoach-du-an'
        | 'thong-ke'
        | 'hoi-dap'
        | 'du-thao'
        | 'tin-tham-khao'
        | 'quang-ba'
        | 'trang'
      )[]
      basis?: string | string[]
      assumption?: string
    }
    advertising?: {
      section: string
      label: string
      forms?: string[]
      writtenApproval?: boolean
      basis?: string | string[]
      assumption?: string
    }
    metadata?: {
      standard: string
      basis?: string | string[]
      assumption?: string
    }
    structuredProject?: {
      section: string
      basis?: string | string[]
      assumption?: string
    }
  }
  questions?: {
    section: string
    publish: 'answer' | 'statusAndAnswer' | 'generalInterestOnly'
    excludes?: string[]
    escalation?: string[]
    promiseBinds?: 'first' | 'last'
    veryLate?: {
      amount: number
      unit: 'workingDay'
      basis?: string | string[]
      assumption?: string
    }
    basis?: string | string[]
    assumption?: string
  }
  intake?: {
    channels?: {
      id: string
      label: string
      softCopyRequired?: boolean
      takes?: ('mau-gui-bai' | 'thu-dien-tu')[]
    }[]
    window?: {
      days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[]
      basis?: string | string[]
      assumption?: string
    }
    externalVia?: string
    basis?: string | string[]
    assumption?: string
  }
  refusal?: {
    replyRequired: boolean
    grounds: {
      id: string
      label: string
      foundBy?: ('secret-marking' | 'personal-data' | 'duplicate')[]
      basis?: string | string[]
      assumption?: string
    }[]
    basis?: string | string[]
    assumption?: string
  }
  takedown?: {
    grounds?: string[]
    action: 'immediate' | 'review'
    by: string
    decidedBy?: string
    basis?: string | string[]
    assumption?: string
  }
  retention?: {
    says: string
    basis?: string | string[]
    assumption?: string
    original?: {
      publish: boolean
      basis?: string | string[]
      assumption?: string
    }
  }
  incidents?: {
    id: string
    label: string
    notify: string[]
    basis?: string | string[]
    assumption?: string
  }[]
  reuse?: {
    attribution: string[]
    basis?: string | string[]
    assumption?: string
  }
  royalties?: {
    payer?: string
    approver?: string
    compiledBy?: string
    authority?: string
    funding?: string[]
    payees?: string[]
    works?: string[]
    rateTable: 'external'
    basis?: string | string[]
    assumption?: string
  }
  security?: {
    says: string
    basis?: string | string[]
    assumption?: string
  }[]
  hosting?: {
    says: string
    basis?: string | string[]
    assumption?: string
  }
  duties: {
    id: string
    type: 'report' | 'meeting' | 'plan' | 'quota' | 'freshness' | 'backup' | 'budget'
    label: string
    every: ('P1D' | 'P1M' | 'P3M' | 'P6M' | 'P1Y') | null
    days?: 'workingDays' | 'calendarDays'
    by?: string[]
    to?: string[]
    scope?: 'portal' | 'unit' | 'member' | 'section'
    amount?: number
    counts?: (
      | 'tin-su-kien'
      | 'hoi-nghi'
      | 'bai-viet'
      | 'van-ban'
      | 'van-ban-lien-quan'
      | 'pho-bien-phap-luat'
      | 'quy-hoach-du-an'
      | 'thong-ke'
      | 'hoi-dap'
      | 'du-thao'
      | 'tin-tham-khao'
      | 'quang-ba'
      | 'trang'
    )[]
    sections?: string[]
    basis?: string | string[]
    assumption?: string
  }[]
  interpretations: {
    id: string
    question: string
    choice: string
    alternatives: string[]
    decides?: string
    basis?: string | string[]
    assumption?: string
  }[]
  clauses: {
    ref: string
    says: string
    enforced?: string[]
    tracked?: string[]
    published?: string[]
    shown?: true
    planned?: {
      enforced?: string[]
      tracked?: string[]
      published?: string[]
    }
  }[]
}

export interface SoNhuanBut {
  portal: string
  month: string
  sample?: boolean
  closedAt: string
  closedBy: string
  former: null | {
    month: string
    hash: string
  }
  entries: {
    line: number
    person: string
    name: string
    member: string
    unit?: string
    path: string
    title: string
    published: string
    month: string
    role: 'author' | 'photographer' | 'editor' | 'collector' | 'approver'
    genre: string
    label: string
    coefficient?: number
    percent?: number
    count?: number
    unitValue?: number
    gross: number
    cuts?: {
      ceiling: 'genre' | 'work' | 'personMonth' | 'month'
      limit: number
      amount: number
    }[]
    amount: number
    table: string
    payBy?: string
    reverses?: {
      month: string
      line: number
    }
    reason?: string
    mark: string
  }[]
  leftOpen: {
    path: string
    title: string
    why: string
  }[]
  totals: {
    amount: number
    entries: number
    people: number
    works: number
  }
  hash: string
}

export interface TuChoi {
  number: number
  receivedOn: string
  channel?: string
  from: {
    unit?: string
    sender?: 'to-chuc' | 'ca-nhan' | 'co-quan-khac'
  }
  title: string
  linhVuc?: string
  kind?:
    | 'tin-su-kien'
    | 'hoi-nghi'
    | 'bai-viet'
    | 'van-ban'
    | 'van-ban-lien-quan'
    | 'pho-bien-phap-luat'
    | 'quy-hoach-du-an'
    | 'thong-ke'
    | 'hoi-dap'
    | 'du-thao'
    | 'tin-tham-khao'
    | 'quang-ba'
    | 'trang'
  ground: string
  decidedBy: string
  decidedOn: string
  reply?: {
    on: string
    how: string
  }
  remarks?: string
}

/** The front matter of a document, told apart by its `kind`. */
export type FrontMatter =
  | BaiViet
  | DuThao
  | HoiDap
  | HoiNghi
  | PhoBienPhapLuat
  | QuangBa
  | QuyHoachDuAn
  | ThongKe
  | TinSuKien
  | TinThamKhao
  | Trang
  | VanBanLienQuan
  | VanBan
