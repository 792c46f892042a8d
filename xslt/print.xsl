<xsl:package name="urn:editio:print" package-version="1.0" version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>
