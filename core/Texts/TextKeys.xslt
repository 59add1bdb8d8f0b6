<?xml version="1.0" encoding="utf-8"?>
<!-- Makes one constant per key of a .resx, so that a wrong key does not compile. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="utf-8"/>
  <xsl:param name="class"/>
  <xsl:param name="namespace" select="'Puskesos.Core.Texts'"/>
  <xsl:template match="/root">// &lt;auto-generated/&gt;
namespace <xsl:value-of select="$namespace"/>;

/// &lt;summary&gt;The keys of the table of the same name.&lt;/summary&gt;
public static class <xsl:value-of select="$class"/>
{<xsl:for-each select="data">
    public const string <xsl:value-of select="@name"/> = "<xsl:value-of select="@name"/>";</xsl:for-each>
}
</xsl:template>
</xsl:stylesheet>
