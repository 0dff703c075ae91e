// A film where it stands: a small wooden stage, blurred while it is a draft nobody has opened, then a player.

import { calm, el, icon } from './dom.js'
import { duration, t } from './words.js'

const opened = new Set() // drafts opened once stay open, however often their message changes
const CAPTIONS = 'kamishibai-captions'
let playing = null

// off at first: our engine letters the lines into the picture; the track is for those who want it larger
const captionsOn = () => localStorage.getItem(CAPTIONS) === 'on'

/** The stage with its film. */
export function film(media) {
  const stage = el('div.stage', { style: { '--ratio': `${media.width} / ${media.height}`, '--shape': media.width / media.height } })
  const screen = el('div.screen')
  stage.append(screen)
  if (media.spoiler && !opened.has(media.video)) screen.append(cover(media, screen))
  else screen.append(...player(media, screen))
  return stage
}

/** What there is to look at while a film is made: a picture, then a small film that plays by itself. */
export function sketch(drawn) {
  const shape = drawn.width / drawn.height
  const still = el('img', { src: drawn.still, alt: drawn.alt, draggable: 'false' })
  const moving = { src: drawn.film, poster: drawn.still, muted: true, autoplay: true, loop: true, playsinline: true, 'aria-label': drawn.alt }
  const shown = drawn.film && !calm() ? el('video', moving) : still
  return el('div.stage.sketch', { style: { '--ratio': `${drawn.width} / ${drawn.height}`, '--shape': shape } }, el('div.screen', shown))
}

function cover(media, screen) {
  const open = () => {
    opened.add(media.video)
    const parts = player(media, screen)
    screen.prepend(...parts)
    button.classList.add('opening')
    const gone = () => button.remove()
    if (calm()) gone()
    else setTimeout(gone, 620)
    screen.querySelector('.big-play')?.focus({ preventScroll: true })
  }
  const button = el(
    'button.cover',
    { type: 'button', onclick: open, 'aria-label': `${t('spoiler')}: ${t('spoiler-open')}` },
    el('span.cover-picture', el('img', { src: media.poster, alt: '', draggable: 'false' })),
    el('span.cover-words', el('span.cover-mark', t('spoiler')), el('span.cover-open', icon('eye'), t('spoiler-open'))),
  )
  return button
}

function player(media, screen) {
  const video = el('video', { src: media.video, poster: media.poster, preload: 'none', playsinline: true, loop: true, 'aria-label': media.alt, tabindex: '-1' })
  const words = el('div.captions')
  if (media.vtt) {
    const track = el('track', { kind: 'captions', src: media.vtt, label: t('captions') })
    video.append(track)
    track.track.mode = 'hidden' // read, but drawn by us: the browser's own would lie under the controls
    track.track.oncuechange = () => {
      const lines = [...(track.track.activeCues ?? [])].map((cue) => cue.text.replace(/<[^>]*>/g, ''))
      words.replaceChildren(...lines.map((line) => el('span', { dir: 'auto' }, line)))
    }
  }
  const big = el('button.big-play', { type: 'button', 'aria-label': `${t('play')}: ${media.alt}` }, icon('play'))
  const play = control('play', t('play'))
  const mute = control('sound', t('mute'))
  const captions = media.vtt ? control('captions', t('captions')) : null
  const loop = control('loop', t('loop'))
  const full = control('full', t('fullscreen'))
  const seek = el('input.seek', { type: 'range', min: '0', max: '1000', value: '0', step: '1', 'aria-label': t('seek') })
  const time = el('span.time', `0:00 / ${duration(media.seconds)}`)
  const controls = el('div.controls', seek, el('div.control-row', play, time, el('span.gap'), mute, captions, loop, full))
  const length = () => (Number.isFinite(video.duration) ? video.duration : media.seconds)

  const toggle = () => (video.paused ? video.play().catch(() => {}) : video.pause())
  const show = () => {
    screen.classList.toggle('playing', !video.paused)
    dress(play, video.paused ? 'play' : 'pause', video.paused ? t('play') : t('pause'))
    dress(mute, video.muted ? 'mute' : 'sound', video.muted ? t('unmute') : t('mute'))
    loop.setAttribute('aria-pressed', String(video.loop))
    captions?.setAttribute('aria-pressed', String(captionsOn()))
    words.hidden = !captionsOn()
  }
  const tick = () => {
    const part = video.currentTime / length()
    seek.value = Math.round(part * 1000)
    seek.style.setProperty('--played', `${part * 100}%`)
    seek.setAttribute('aria-valuetext', duration(video.currentTime))
    time.textContent = `${duration(video.currentTime)} / ${duration(length())}`
    if (!video.paused && video.isConnected) requestAnimationFrame(tick)
  }
  const flipCaptions = () => {
    localStorage.setItem(CAPTIONS, captionsOn() ? 'off' : 'on')
    show()
  }
  const jump = (seconds) => {
    video.currentTime = Math.min(length(), Math.max(0, video.currentTime + seconds))
    tick()
  }
  const fill = () => {
    if (document.fullscreenElement) document.exitFullscreen()
    else if (screen.requestFullscreen) screen.requestFullscreen().catch(() => {})
    else video.webkitEnterFullscreen?.()
  }

  big.onclick = toggle
  video.onclick = toggle
  play.onclick = toggle
  mute.onclick = () => (video.muted = !video.muted)
  loop.onclick = () => {
    video.loop = !video.loop
    show()
  }
  if (captions) captions.onclick = flipCaptions
  full.onclick = fill
  seek.oninput = () => {
    video.currentTime = (seek.value / 1000) * length()
    tick()
  }
  video.onplay = () => {
    if (playing && playing !== video) playing.pause()
    playing = video
    show()
    tick()
  }
  video.onpause = show
  video.onvolumechange = show
  video.onseeked = tick
  video.onerror = () => screen.append(el('p.film-failed', t('film-failed')))
  screen.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const onButton = event.target instanceof HTMLButtonElement
    const keys = {
      ' ': onButton ? null : toggle,
      k: toggle,
      m: () => (video.muted = !video.muted),
      c: flipCaptions,
      f: fill,
      l: () => loop.click(),
      ArrowLeft: event.target === seek ? null : () => jump(-2),
      ArrowRight: event.target === seek ? null : () => jump(2),
    }
    if (keys[event.key]) {
      event.preventDefault()
      keys[event.key]()
    }
  }
  show()
  return [video, words, big, controls]
}

const control = (name, label) => el('button.control', { type: 'button', 'aria-label': label, title: label }, icon(name))

function dress(button, name, label) {
  if (button.dataset.icon === name) return
  button.dataset.icon = name
  button.replaceChildren(icon(name))
  button.title = label
  button.setAttribute('aria-label', label)
}
