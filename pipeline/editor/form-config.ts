import type { SchemaTexts } from '../contract/contract.ts'
import { FOLDER_OF } from '../documents/document.ts'
import type { Portal } from '../portal/portal.ts'
import { groundOf, type Kind } from '../regulation/regulation.ts'
import { articleFields } from './article-fields.ts'
import type { FormCollection, FormConfig } from './form-types.ts'
import { type SchemaNode, wholeSchema } from './schema-fields.ts'

/** Where the form sends articles. */
export type FormPlace = {
  /** `owner/name` on GitHub; undefined where the portal is only tried on one machine. */
  readonly repository: string | undefined
  /** A relay for signing in with GitHub; without one people sign in with an access token. */
  readonly signInAt: string | undefined
  /** Address of the portal's own mark, for the head of the form. */
  readonly logo: string
  /** Of a sample portal: the instant at which it stands. */
  readonly standsAt: number | undefined
}

/** Questions are entered by `congbo hoi-dap new`: their number and privacy cannot be left to a form. */
const NOT_IN_THE_FORM: ReadonlySet<Kind> = new Set(['hoi-dap'])

/** The settings of the form: what it asks for comes from schemas/, what it offers from the regulation and the roster. */
export function formConfig(portal: Portal, textOf: SchemaTexts, place: FormPlace): FormConfig {
  const kinds = [...portal.regulation.kinds.keys()].filter((kind) => !NOT_IN_THE_FORM.has(kind))
  return {
    load_config_file: false,
    backend: {
      name: 'github',
      repo: place.repository ?? 'chua-noi/kho-noi-dung',
      branch: 'main',
      commit_messages: COMMITS,
      squash_merges: false,
      cms_label_prefix: 'bien-tap/',
      ...(place.signInAt === undefined
        ? { auth_methods: ['token'] as const }
        : { base_url: place.signInAt, auth_methods: ['oauth', 'token'] as const }),
    },
    publish_mode: 'editorial_workflow',
    app_title: `Soạn bài – ${portal.cong.name}`,
    logo: { src: place.logo },
    show_preview_links: false,
    media_folder: `${portal.folder}trang`,
    public_folder: '/',
    media_libraries: { default: { config: PICTURES }, stock_assets: { providers: [] } },
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 100, timezone: 'local' },
    output: { omit_empty_optional_fields: true, yaml: { quote: 'none', indent_size: 2 } },
    collections: kinds.map((kind) => collection(portal, textOf, kind, place)),
  }
}

const COMMITS = {
  create: 'Thêm bài: {{slug}}',
  update: 'Sửa bài: {{slug}}',
  delete: 'Bỏ bài: {{slug}}',
  uploadMedia: 'Thêm tệp {{path}}',
  deleteMedia: 'Bỏ tệp {{path}}',
}

/** Pictures are drawn anew on the editor's own machine: what a camera wrote into them, its place too, does not leave it. */
const PICTURES = {
  max_file_size: 20_000_000,
  slugify_filename: true,
  transformations: { raster_image: { format: 'webp', quality: 85, width: 1920, height: 1920 } },
} as const

function collection(portal: Portal, textOf: SchemaTexts, kind: Kind, place: FormPlace): FormCollection {
  const { regulation, folder } = portal
  const schema = wholeSchema(textOf, `front-matter/${kind}`)
  const where = FOLDER_OF[kind]
  const written = regulation.kinds.get(kind) as {
    label: string
    basis?: string | string[]
    assumption?: string
  }
  return {
    name: kind,
    label: written.label,
    label_singular: written.label,
    description: groundOf(regulation, written),
    folder: `${folder}${where}`,
    path: PATHS[where],
    filter: { field: 'kind', value: kind },
    identifier_field: 'title',
    slug: SLUG,
    extension: 'md',
    format: 'yaml-frontmatter',
    // Files stand beside their article, and are named in it without a path.
    media_folder: `/${folder}${where}${where === 'trang' ? '' : '/{{dirname}}'}`,
    public_folder: '',
    create: true,
    // A page that has been public is not erased by a click: taking down has its own register.
    delete: false,
    publish: false,
    editor: { preview: false },
    sortable_fields: sorting(schema),
    fields: articleFields(portal, schema, kind, place.standsAt),
  }
}

/** Newest first, by whatever day the kind has. */
function sorting({ properties = {} }: SchemaNode): object {
  const day = DAYS.find((name) => name in properties)
  return day === undefined
    ? { fields: ['title'], default: { field: 'title' } }
    : { fields: [day, 'title'], default: { field: day, direction: 'descending' } }
}

const DAYS = ['eventDate', 'signedDate', 'promulgatedDate', 'approvedDate', 'openDate', 'decidedDate']

const PATHS = {
  'tin-bai': '{{fields.linhVuc}}/{{year}}/{{slug}}',
  'van-ban': '{{year}}/{{slug}}',
  'hoi-dap': '{{year}}/{{slug}}',
  trang: '{{slug}}',
} as const

const SLUG = {
  template: '{{title}}',
  editable: ['create'],
  hint: 'Địa chỉ của bài trên cổng. Lấy từ tiêu đề; đã gửi rồi thì không đổi nữa, dù tiêu đề đổi.',
  pattern: ['^[a-z0-9]+(?:-[a-z0-9]+)*$', 'Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối.'],
} as const
