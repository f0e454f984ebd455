/**
 * How a server of HTTP takes connections: how many, how long headers may take, what is no request.
 */
package com.cottonerp.defaults.connections;
