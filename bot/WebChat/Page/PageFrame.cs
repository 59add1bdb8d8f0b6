using System.Security.Cryptography;
using Puskesos.Core.Texts;

namespace Puskesos.Bot.WebChat.Page;

/// <summary>What all pages of the chat have in common: head, icons, band, and the once-only mark of forms.</summary>
public static class PageFrame
{
    private const int TokenBytes = 16;

    /// <summary>Marks the message of one rendered page, so that a double tap or a reload sends it once.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>A whole document; <paramref name="refresh"/> makes a page without script look again by itself.</summary>
    public static Markup Document(string title, Markup body, Markup? refresh = null) => new Markup().Add($"""
        <!doctype html>
        <html lang="id">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="same-origin">
        <meta name="robots" content="noindex">
        <title>{title}</title>
        <link rel="stylesheet" href="{PageAssets.Css}">
        <link rel="icon" href="{PageAssets.Icon}">
        <script src="{PageAssets.Script}" defer></script>{refresh}
        </head>
        <body class="talking">
        {body}
        </body>
        </html>

        """);

    /// <summary>"Puskesos Kab. Tegal".</summary>
    public static string Name(ChatArea area) => TextFill.Fill(ChatText.Name, ("area", ShortArea(area))).TrimEnd();

    public static string ShortArea(ChatArea area) => area.Name.Replace("Kabupaten ", "Kab. ", StringComparison.Ordinal);

    /// <summary>The band with the service's name; DARURAT stays in sight while the talk scrolls.</summary>
    public static Markup Band(ChatArea area, string token) => new Markup().Add($"""
        <svg hidden><symbol id="camera" viewBox="0 0 24 24"><path d="M4 8h4l2-3h4l2 3h4v11H4z"/><circle cx="12" cy="13" r="3.5"/></symbol><symbol id="checks" viewBox="0 0 24 24"><path d="m2 13 4 4 8-9m-3 8 1 1 9-10"/></symbol><symbol id="phone" viewBox="0 0 24 24"><path d="M6 3h4l2 5-2.5 2a12 12 0 0 0 5 5l2-2.5 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z"/></symbol><symbol id="send" viewBox="0 0 24 24"><path d="M4 11.5 20 4l-5 16-3.5-7z"/></symbol><symbol id="pin" viewBox="0 0 24 24"><path d="M12 21s7-6.2 7-11a7 7 0 0 0-14 0c0 4.800 7 11 7 11z"/><circle cx="12" cy="10" r="2.500"/></symbol></svg>
        <header class="band stay"><div class="in">
          <a class="brand" href="/"><svg viewBox="0 0 32 32" aria-hidden="true"><path fill="currentColor" d="M2 14l7-2.500L12 5h8l3 6.500L30 14v2H2zM6 18h20v9H15l-5 4v-4H6z"/></svg><span>{Name(area)}<small>{ChatText.Tagline}</small></span></a>
          <form class="push" method="post" action="/chat"><input type="hidden" name="token" value="{token}"><button class="btn stop slim" name="text" value="DARURAT"><svg class="i" aria-hidden="true"><use href="#phone"/></svg>{ChatText.Emergency}</button></form>
        </div></header>
        """);
}
