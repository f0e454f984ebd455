/** What an upgrade does to a database that an earlier version has filled. */
package com.cottonerp.upgrade;
