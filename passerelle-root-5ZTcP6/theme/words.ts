export const words: string = 'Made by hand'
