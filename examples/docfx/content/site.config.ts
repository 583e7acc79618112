/** What docfx itself does not say; the folders of pages are built as they are. */
export default {
  version: 1,
  // Readers may play its videos in the page; nothing is loaded from there before they do.
  players: ['https://www.youtube-nocookie.com'],
}
