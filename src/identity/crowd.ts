/**
 * So many customers may have an address, number or house before it is taken to be nobody's own, whatever their names. A
 * person stands in a till a few times, and on a website twice; and every two who have something in common are compared.
 */
export const crowd = 30;
