/** What the templates are given: plain values, in words for people where people read them. They import nothing from pipeline/. */

export type Link = { readonly title: string; readonly url: string }

/** A portal on every one of its pages. Addresses inside the portal are relative to its root: `tin-bai/2026/ten-bai/`. */
export type PortalView = {
  readonly id: string
  readonly name: string
  /** `Cổng thông tin điện tử` or `Trang thông tin điện tử`, and the unit: `phường Thành Đông`. */
  readonly kindName: string
  readonly unitName: string
  readonly owner: string
  /** `https://…` without a slash at its end; undefined while the address is unconfirmed. */
  readonly baseUrl: string | undefined
  readonly regulationName: string
  readonly responsible: string
  readonly address: string
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly parentPortal: string | undefined
  readonly links: readonly Link[]
  /** Address of the portal's mark below its root; undefined where it has none and its initials stand there. */
  readonly emblem: string | undefined
  /** What the portal is called on its English pages. */
  readonly english:
    | { readonly name: string; readonly unitName: string; readonly owner: string; readonly address: string }
    | undefined
  /** The fixed pages in English; empty where there are none. */
  readonly englishMenu: readonly Link[]
  /** Pages about the portal itself: regulation, sections, site map, accessibility. */
  readonly aboutLinks: readonly Link[]
  /** The menu: fixed places and the sections that hold something. */
  readonly menu: readonly Link[]
  readonly sections: readonly ListLink[]
  readonly linhVuc: readonly ListLink[]
  /** Fixed pages, for the footer. */
  readonly fixedPages: readonly Link[]
  /** The sentence with which others must name the source; undefined where the regulation sets none. */
  readonly attribution: string | undefined
  /** A sentence across the top of every page: archived, sample, preview. */
  readonly notices: readonly Notice[]
  readonly languages: readonly ('vi' | 'en')[]
  /** The area that the office serves, with what it lies in: `phường Thành Đông, thành phố Hải Phòng`. */
  readonly areaName: string
  /** The cards for social networks that the build makes: that of the portal and those of sections, by their ids. */
  readonly shareCards: readonly string[]
  /** Where the site is mounted; only the 404 page needs it, because it is shown at any address. */
  readonly basePath: string
}

export type Notice = {
  readonly kind: 'archived' | 'sample' | 'preview'
  readonly text: string
  /** Portals that took this one's place. */
  readonly links: readonly Link[]
}

export type ListLink = Link & { readonly count: number }

/** An instant or a day: for machines, and as officials write it; `day` is the day alone, `20/11/2026`. */
export type Moment = { readonly iso: string; readonly text: string; readonly day: string }

/** A picture in the widths and formats among which a browser chooses. */
export type PictureView = {
  readonly alt: string
  /** Of the largest, in pixels: they give the shape before anything is loaded. */
  readonly width: number
  readonly height: number
  /** For a browser that knows no choice. */
  readonly url: string
  readonly srcset: readonly Candidate[]
  /** Better formats, the best first. */
  readonly sources: readonly {
    readonly type: 'image/avif' | 'image/webp'
    readonly srcset: readonly Candidate[]
  }[]
}

export type Candidate = { readonly url: string; readonly width: number }

/** A picture on a document's page, with what is written under it. */
export type FigureView = {
  readonly picture: PictureView
  readonly caption: string | undefined
  /** Who took it or lets it be used. */
  readonly credit: string | undefined
}

/** A recording, with all that is said in it. */
export type AudioView = {
  readonly url: string
  readonly title: string
  /** `MP3, 90 KB`. */
  readonly format: string
  /** Paragraphs. */
  readonly transcript: readonly string[]
}

/** A film; its shape is known before anything of it is loaded. */
export type VideoView = AudioView & {
  readonly type: 'video/mp4' | 'video/webm'
  readonly poster: string | undefined
  readonly width: number
  readonly height: number
  /** Subtitles in WebVTT. */
  readonly captions: string | undefined
}

/** A document in a list. */
export type Card = {
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly kindName: string
  readonly section: Link | undefined
  readonly linhVuc: Link | undefined
  readonly published: Moment
  /** The last change after the publication, or the publication. */
  readonly modified: Moment
  /** “Tin tham khảo”, “Quảng cáo”: must be seen wherever the document is named. */
  readonly label: string | undefined
  readonly image: PictureView | undefined
  /** What there is to look at or listen to: `Video, 4 ảnh`. */
  readonly media: string | undefined
  /** Number and issuer of a document, status of a question. */
  readonly note: string | undefined
  /** What a legal or administrative document is: number, type, issuer, and the day it bears. */
  readonly act:
    | {
        readonly number: string
        readonly type: string
        readonly issuer: string
        readonly dated: Moment | undefined
      }
    | undefined
  /** How a document stands today; undefined where it does not say, and for all that is no document. */
  readonly effect: Effect | undefined
  readonly language: 'vi' | 'en'
}

/** Whether a document has force, in words too: `Còn hiệu lực`. */
export type Effect = {
  readonly state: 'not-yet' | 'in-force' | 'expired' | 'replaced'
  readonly text: string
}

/** A document on its own page. */
export type DocumentView = Card & {
  readonly kind: string
  /** Not published yet: shown in a preview alone. */
  readonly pending: boolean
  readonly author: string | undefined
  readonly source: string | undefined
  readonly sourceUrl: string | undefined
  /** The unit that supplied it. */
  readonly submittedBy: string | undefined
  /** Units that the regulation names as its approvers. */
  readonly approvedBy: readonly string[]
  readonly event: Moment | undefined
  readonly lateReason: string | undefined
  /** Written by a person who is no member of an office. */
  readonly collaborator: boolean
  /** Of a document of an authority, or a draft of one. */
  readonly legal: LegalView | undefined
  /** What the editors say of later changes, newest first. */
  readonly revisions: readonly Revision[]
  /** Further facts of the kind, in order: number, issuer, signing date, project … */
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** Q&A: the question, who asked, how it stands, and as much of the way to the answer as the regulation opens. */
  readonly question:
    | {
        readonly text: string
        /** In the register: `3/2026`. */
        readonly number: string | undefined
        readonly askedBy: string | undefined
        readonly status: string
        readonly answeredBy: string | undefined
        readonly answered: Moment | undefined
        /** Where the asker was sent, when the question is not this authority's. */
        readonly authority: string | undefined
        /** When the asker was told so. */
        readonly told: Moment | undefined
        readonly history: readonly { readonly at: Moment; readonly text: string }[]
      }
    | undefined
  /** The picture at the head of the page. */
  readonly figure: FigureView | undefined
  /** The same cut to 1200 × 630 for the cards of social networks; below the portal's root. */
  readonly ogImage: { readonly url: string; readonly width: number; readonly height: number } | undefined
  readonly gallery: readonly FigureView[]
  readonly audio: AudioView | undefined
  readonly video: VideoView | undefined
  readonly attachments: readonly { readonly url: string; readonly title: string; readonly format: string }[]
  /** What a fixed page may carry: officials by their unit, a work schedule, a chart of offices, procedures. */
  readonly directory: readonly { readonly unit: string; readonly people: readonly Official[] }[]
  readonly schedule: ScheduleView | undefined
  readonly organisation: OrganisationUnit | undefined
  readonly procedures: readonly Procedure[]
  readonly translation: Link | undefined
  /** The Markdown as HTML; rendered when it is asked for. */
  readonly body: () => string
}

/** What programs are told of a legal document beside its number and issuer; days are written `2026-11-20`. */
export type LegalView = {
  readonly draft: boolean
  readonly effective: string | undefined
  readonly expiry: string | undefined
  /** Numbers of the documents that it replaces. */
  readonly replaces: readonly string[]
}

/** A change of a published document, in the editor's words. */
export type Revision = { readonly date: Moment; readonly note: string }

export type Official = {
  readonly name: string
  readonly position: string
  readonly phone: string
  readonly email: string
}

/** Something that leaders do; `from` and `to` are `08:00`, and what has no `from` takes the whole day. */
export type ScheduleEntry = {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly what: string
  readonly who: string
  readonly where: string
  readonly note: string | undefined
}

/** `Thứ Hai, 23/11/2026` and what happens on it. */
export type ScheduleDay = { readonly date: Moment; readonly entries: readonly ScheduleEntry[] }

export type ScheduleView = {
  /** Today and what follows, by weeks from Monday `from` to Sunday `to`. */
  readonly weeks: readonly {
    readonly from: string
    readonly to: string
    readonly days: readonly ScheduleDay[]
  }[]
  /** Days that are over, the latest first. */
  readonly past: readonly ScheduleDay[]
  /** Address of the iCalendar file. */
  readonly calendar: string
}

/** For the home page: one of the next entries, and the page of its schedule. */
export type UpcomingEntry = ScheduleEntry & { readonly date: Moment; readonly url: string }

/** An office and those below it. */
export type OrganisationUnit = {
  readonly name: string
  readonly role: string | undefined
  readonly head: string | undefined
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly children: readonly OrganisationUnit[]
}

export type Procedure = {
  readonly name: string
  readonly field: string | undefined
  readonly level: string | undefined
  readonly timeLimit: string | undefined
  readonly fee: string | undefined
  /** Where it is applied for: a portal of public services, outside. */
  readonly url: string | undefined
}

/** One page of a list. The newest page is the list's own address; older ones are numbered from the oldest, so they rarely change. */
export type ListPage = {
  readonly url: string
  readonly title: string
  readonly description: string
  readonly cards: readonly Card[]
  readonly newer: Link | undefined
  readonly older: Link | undefined
  /** Names the list in the menu. */
  readonly root: string
  /** The list of which this one is a part. */
  readonly parent: Link | undefined
  /** `Trang 2`, for the title of older pages. */
  readonly pageName: string | undefined
  readonly layout: 'news' | 'lines' | 'documents' | 'drafts' | 'questions'
  readonly facets: readonly Facet[]
}

/** One way to narrow a list: a choice of places that exist. */
export type Facet = {
  readonly title: string
  readonly links: readonly (ListLink & { readonly current: boolean })[]
}

export type HomeView = {
  readonly lead: Card | undefined
  readonly headlines: readonly Card[]
  readonly tasks: readonly Task[]
  readonly blocks: readonly SectionBlock[]
  readonly documents: readonly Card[]
  readonly drafts: readonly Card[]
  readonly schedule: readonly UpcomingEntry[]
  readonly questions: readonly Card[]
  readonly advertising: readonly Card[]
  readonly advertisingLabel: string
}

/** Something that people come to do; an external address is a whole one. */
export type Task = Link & { readonly external: boolean }

export type SectionBlock = Link & { readonly cards: readonly Card[] }

/** A section as the regulation names it. */
export type SectionEntry = {
  readonly title: string
  /** Undefined while a section that need not be there is empty. */
  readonly url: string | undefined
  readonly description: string
  readonly count: number
  readonly keepers: readonly string[]
  readonly ground: string
}

export type SectionsView = { readonly regulationName: string; readonly sections: readonly SectionEntry[] }

export type SiteMapView = {
  readonly groups: readonly { readonly title: string; readonly links: readonly ListLink[] }[]
}

/** A clause of the regulation as it is shown to everybody. */
export type ClauseView = {
  readonly ref: string
  readonly words: string
  readonly says: string
  readonly served: string
}

export type RegulationView = {
  readonly title: string
  readonly issuer: string
  readonly effective: string
  readonly clauses: readonly { readonly article: string; readonly clauses: readonly ClauseView[] }[]
  readonly deadlines: readonly { readonly label: string; readonly limit: string; readonly ground: string }[]
  readonly approvers: readonly {
    readonly linhVuc: string
    readonly approvers: string
    readonly ground: string
  }[]
  readonly interpretations: readonly {
    readonly question: string
    readonly choice: string
    readonly alternatives: string
    readonly ground: string
  }[]
  readonly assumptions: readonly string[]
  readonly errata: readonly { readonly where: string; readonly found: string; readonly suggested: string }[]
}

/** A feed: of the whole portal, or of one section. */
export type FeedView = {
  /** Address of the page that it belongs to: `` or `chuyen-muc/…/`. */
  readonly root: string
  readonly title: string
  readonly updated: string
  readonly entries: readonly (Card & {
    readonly author: string
    /** The picture and the attachments. */
    readonly files: readonly Link[]
  })[]
}

/** The page about the API. */
export type ApiView = {
  readonly months: number
  readonly documents: number
  /** The file of the newest month; undefined where nothing is published. */
  readonly newest: string | undefined
}

export type SitemapEntry = { readonly url: string; readonly modified: string | undefined }

/** The search page. What it finds is put in by a script; everything else stands on the page. */
export type SearchView = { readonly filters: readonly SearchFilter[] }

/** A filter by its name in the address, with how many documents have each value. */
export type SearchFilter = {
  readonly name: string
  readonly title: string
  readonly options: readonly { readonly value: string; readonly title: string; readonly count: number }[]
}
