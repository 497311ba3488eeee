/** Of all the files of one mail. Base64 makes a third more of it, and mail servers refuse what is above 20 MB or so. */
export const MOST_BYTES = 10 * 1024 * 1024;
export const MOST_FILES = 10;
