/** Renders documents and schemas from the code that they describe; each class has a main. */
package io.github.kisconnect.docs;
