const text = { type: 'string', minLength: 1 }
const address = { type: 'string', format: 'uri-reference', minLength: 1 }
const instant = { type: 'string', format: 'date-time' }
const authors = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    properties: { name: text, url: address, avatar: address },
    minProperties: 1,
    additionalProperties: false,
  },
}

/** JSON Feed 1.1 (jsonfeed.org), as far as we write it; what it does not know may stand only under a name with an underscore. */
export const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: address,
    feed_url: address,
    description: text,
    language: text,
    authors,
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          id: text,
          url: address,
          title: text,
          summary: text,
          content_text: text,
          image: address,
          date_published: instant,
          date_modified: instant,
          authors,
          tags: { type: 'array', items: text },
          language: text,
          attachments: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['url', 'mime_type'],
              properties: {
                url: address,
                mime_type: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
                title: text,
              },
              additionalProperties: false,
            },
          },
        },
        patternProperties: { '^_': {} },
        additionalProperties: false,
      },
    },
  },
  patternProperties: { '^_': {} },
  additionalProperties: false,
} as const
