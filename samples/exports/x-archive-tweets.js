window.YTD.tweets.part0 = [
  {
    "tweet": {
      "id_str": "1700000000000000809",
      "id": "1700000000000000809",
      "full_text": "@ElectroGalgo el televisor vino con la pantalla rota",
      "created_at": "Mon Nov 16 10:11:12 +0000 2026",
      "favorite_count": "2",
      "retweet_count": "0",
      "lang": "es",
      "entities": {
        "hashtags": []
      }
    }
  },
  {
    "tweet": {
      "id_str": "1700000000000000810",
      "full_text": "ya me lo cambiaron, gracias",
      "created_at": "Wed Nov 18 10:11:12 +0000 2026",
      "favorite_count": "0",
      "retweet_count": "0",
      "in_reply_to_status_id_str": "1700000000000000809",
      "lang": "es"
    }
  }
]
