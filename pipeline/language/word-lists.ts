const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words of other languages that read as the keys of Telex: two o or e, or ow, and a tone letter at the end, or f behind a vowel. */
export const LOOKS_LIKE_TELEX = words(`
  beef been beep beer beers bees boom boomer boot boots boss cheer cheers chef coop coops deer door doors fees feet floor
  goods hoof keep keeper keeps kiss leaf less loaf loops loos loss mass meet meets miss moon moons moos noon noons pass peer
  peers poor proof reef reefs relief roof rooms roos roots seek seeks seems seen sees shoot shoots soon teen teens tees too
  toos toss trees baas bass mess moss hiss lees leer veer raj taj haj moor moors boor boors
  saas paas laas faas boost hoops noops oops troops queens hoots loots toots beeps peeps seeps beets teems deems looms booms
  dooms cows rows downs towns vows bows lows tows mows sows gowns ddos conf powr owns
`)

/** Words with marks that are no syllables and yet right everywhere: names of places and peoples, and borrowed words. */
export const KNOWN_WORDS = words(`
  đắk đăk lắk lăk krông kông plông xơđăng xtiêng êđê mnông cơtu chơro cơho kơho kơ pờ păh păng
  où très près dès grès blé clé
  vectơ tenxơ môđun đôla insơ côngtơ côngtenơ rơmoóc sơmi nitơ bazơ ôxy ôxi hiđrô axít phốtpho phôtpho môtơ ănten ăngten
  xenlulôzơ glucôzơ hoócmôn hoóc sôcôla lôgarit lôgic lôgô nơtron electrôn êlectron prôtôn prôtêin lipít virút rađiô rađa
  ôtô ôzôn xăngtimét kilômét kilôgam hécta vắcxin vắcxanh ốpla bêtông
`)

/** Words that stand beside themselves by mistake only. Real doublings are others: xanh xanh, ngày ngày, dần dần, từ từ, ai ai. */
export const NEVER_DOUBLED = words(`
  các những và của với tại cho về đã sẽ đang được bị bởi để là thì mà nhưng hoặc do theo khi nếu vì nên trong trên dưới
  này đó một có không phải cùng cũng như thuộc giữa sau trước
`)

/** A phrase that begins so may be said twice on purpose: từng ngày một, từng ngày một. */
export const SAID_TWICE = words('từng mỗi')

/** Short forms that end in a point with the next word close behind it: TP.HCM, ThS.Nguyễn. */
export const SHORT_FORMS = words('tp ths ts gs pgs bs cn ks st đ/c tx tt ph')
