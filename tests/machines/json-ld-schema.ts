/**
 * The shapes of JSON-LD that a portal emits, each property as schema.org defines it. Nothing else may stand in a block: a
 * property with a wrong name would be no error for a browser, and of no use to anybody.
 */
const text = { type: 'string', minLength: 1 }
const address = { type: 'string', format: 'uri-reference', minLength: 1 }
const name = { type: 'string', format: 'uri', minLength: 1 }
const instant = { type: 'string', format: 'date-time' }
const day = { type: 'string', format: 'date' }
const language = { enum: ['vi', 'en'] }

const object = (type: unknown, properties: object, required: readonly string[]) => ({
  type: 'object',
  properties: { '@type': typeof type === 'string' ? { const: type } : type, ...properties },
  required: ['@type', ...required],
  additionalProperties: false,
})
const list = (items: object, minItems = 1) => ({ type: 'array', minItems, items })

const reference = {
  type: 'object',
  properties: { '@id': name },
  required: ['@id'],
  additionalProperties: false,
}
const media = object(
  'MediaObject',
  { name: text, contentUrl: address, encodingFormat: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' } },
  ['name', 'contentUrl', 'encodingFormat'],
)
const person = object({ enum: ['Person', 'Organization'] }, { name: text }, ['name'])
const authority = object('GovernmentOrganization', { name: text }, ['name'])

const page = {
  '@id': name,
  url: address,
  name: text,
  description: text,
  inLanguage: language,
  publisher: reference,
  isPartOf: reference,
}
const PAGE = ['@id', 'url', 'name', 'inLanguage', 'publisher', 'isPartOf']

const work = {
  ...page,
  datePublished: instant,
  dateModified: instant,
  keywords: text,
  isBasedOn: address,
  image: list(address),
  associatedMedia: list(media),
}
const WORK = [...PAGE, 'datePublished', 'dateModified']

const article = {
  ...work,
  headline: text,
  author: person,
  articleSection: text,
  contentReferenceTime: { anyOf: [instant, day] },
}

const question = (answered: boolean) =>
  object(
    'Question',
    {
      name: text,
      text,
      answerCount: { const: answered ? 1 : 0 },
      author: object('Person', { name: text }, ['name']),
      ...(answered
        ? {
            acceptedAnswer: object(
              'Answer',
              { text, url: address, dateCreated: { anyOf: [instant, day] }, author: authority },
              ['text', 'url', 'dateCreated'],
            ),
          }
        : {}),
    },
    ['name', 'text', 'answerCount', 'author', ...(answered ? ['acceptedAnswer'] : [])],
  )

const NODES = [
  ...['NewsArticle', 'Article', 'Report', 'AdvertiserContentArticle'].map((type) =>
    object(type, article, [...WORK, 'headline']),
  ),
  object(
    'Legislation',
    {
      ...work,
      creativeWorkStatus: { const: 'Draft' },
      legislationIdentifier: text,
      legislationType: text,
      legislationPassedBy: authority,
      legislationDate: day,
      legislationLegalForce: { enum: ['https://schema.org/InForce', 'https://schema.org/NotInForce'] },
      temporalCoverage: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}/(?:\\.\\.|\\d{4}-\\d{2}-\\d{2})$' },
      legislationRepeals: list(
        object('Legislation', { legislationIdentifier: text }, ['legislationIdentifier']),
      ),
    },
    WORK,
  ),
  object('FAQPage', { ...work, mainEntity: { ...list(question(true)), maxItems: 1 } }, [
    ...WORK,
    'mainEntity',
  ]),
  object('QAPage', { ...work, mainEntity: { ...list(question(false)), maxItems: 1 } }, [
    ...WORK,
    'mainEntity',
  ]),
  ...['AboutPage', 'ContactPage', 'WebPage'].map((type) => object(type, work, PAGE)),
  ...['CollectionPage', 'SearchResultsPage'].map((type) => object(type, page, PAGE)),
  object(
    'GovernmentOrganization',
    {
      '@id': name,
      name: text,
      alternateName: text,
      url: address,
      address: object('PostalAddress', { streetAddress: text, addressCountry: { const: 'VN' } }, [
        'streetAddress',
        'addressCountry',
      ]),
      telephone: text,
      email: { type: 'string', format: 'email' },
      logo: address,
      areaServed: object('AdministrativeArea', { name: text }, ['name']),
      parentOrganization: object('GovernmentOrganization', { url: address }, ['url']),
    },
    ['@id', 'name'],
  ),
  object(
    'WebSite',
    {
      '@id': name,
      name: text,
      alternateName: text,
      url: address,
      inLanguage: list(language),
      publisher: reference,
      potentialAction: object(
        'SearchAction',
        {
          target: object(
            'EntryPoint',
            { urlTemplate: { type: 'string', pattern: 'tim-kiem/\\?q=\\{search_term_string\\}$' } },
            ['urlTemplate'],
          ),
          'query-input': { const: 'required name=search_term_string' },
        },
        ['target', 'query-input'],
      ),
    },
    ['@id', 'name'],
  ),
  object(
    'BreadcrumbList',
    {
      itemListElement: list(
        object('ListItem', { position: { type: 'integer', minimum: 1 }, name: text, item: address }, [
          'position',
          'name',
          'item',
        ]),
        2,
      ),
    },
    ['itemListElement'],
  ),
]

export const JSON_LD = {
  type: 'object',
  properties: {
    '@context': { const: 'https://schema.org' },
    '@graph': {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['@type'], discriminator: { propertyName: '@type' }, oneOf: NODES },
    },
  },
  required: ['@context', '@graph'],
  additionalProperties: false,
}
