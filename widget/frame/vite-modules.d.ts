/** Style files are for the build; importing one brings no value. */
declare module '*.css';

/** The address of a worker's own file in the build. */
declare module '*?worker&url' {
  const url: string;
  export { url as default };
}
