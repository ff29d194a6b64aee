/**
 * The whole product in one command: a local stack, the connector in it, KIS or its simulator in
 * front, and the topic read back at the end.
 */
package io.github.kisconnect.quickstart;
